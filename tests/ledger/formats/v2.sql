BEGIN TRANSACTION;
CREATE TABLE attempt (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	obligation_id INTEGER NOT NULL, 
	made_on TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	event_id INTEGER, 
	CONSTRAINT made_on_is_a_day CHECK (made_on IS date(made_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(obligation_id) REFERENCES obligation (id), 
	FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT

;
INSERT INTO "attempt" VALUES(1,12,'2026-01-10','phone','',6);
INSERT INTO "attempt" VALUES(2,12,'2026-01-11','email','',7);
INSERT INTO "attempt" VALUES(3,9,'2026-01-12','phone','nothing yet',NULL);
INSERT INTO "attempt" VALUES(4,14,'2026-01-13','','',9);
INSERT INTO "attempt" VALUES(5,22,'2026-01-23','','',NULL);
INSERT INTO "attempt" VALUES(6,41,'2026-01-29','','',22);
INSERT INTO "attempt" VALUES(7,28,'2026-02-01','phone','',24);
INSERT INTO "attempt" VALUES(8,48,'2026-02-03','','',NULL);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	made_at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	command TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	target_id INTEGER, 
	parent_id INTEGER, 
	top_id INTEGER, 
	operations TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT kind_is_known CHECK (kind IN ('do', 'undo', 'redo')), 
	FOREIGN KEY(target_id) REFERENCES change (id), 
	FOREIGN KEY(parent_id) REFERENCES change (id), 
	FOREIGN KEY(top_id) REFERENCES change (id)
)
 STRICT

;
INSERT INTO "change" VALUES(1,'2026-11-28T12:13:30+00:00','do','netlog person ''Jo Young'' --new --org ''Café Müller'' --skill design --email jo@example.org','Added Jo Young: at Café Müller; skills design; e-mail jo@example.org',NULL,NULL,1,'[["contact",2,null,{"every_days":null,"id":2,"is_me":0,"key":"jo young","kind":"person","name":"Jo Young","organisation_id":null}],["contact",3,null,{"every_days":null,"id":3,"is_me":0,"key":"cafe muller","kind":"organisation","name":"Caf\u00e9 M\u00fcller","organisation_id":null}],["contact",2,{"every_days":null,"id":2,"is_me":0,"key":"jo young","kind":"person","name":"Jo Young","organisation_id":null},{"every_days":null,"id":2,"is_me":0,"key":"jo young","kind":"person","name":"Jo Young","organisation_id":3}],["detail",1,null,{"contact_id":2,"id":1,"key":"design","kind":"skill","value":"design"}],["detail",2,null,{"contact_id":2,"id":2,"key":"jo@example.org","kind":"email","value":"jo@example.org"}]]','01c7f3518218bee9b3d0676359618a34c64e0a72c36e5c3f0a5a0c4c31ac19b1');
INSERT INTO "change" VALUES(2,'2026-11-28T12:13:35+00:00','do','netlog person Sam --new --every 6w','Added Sam: in touch every 6 weeks',NULL,1,2,'[["contact",4,null,{"every_days":null,"id":4,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null}],["contact",4,{"every_days":null,"id":4,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null},{"every_days":42,"id":4,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null}]]','91817c3ba963fa27f35b2b4c023b5678d4c4c5f93716cca45e3a8eccf218c781');
INSERT INTO "change" VALUES(3,'2026-11-28T12:13:40+00:00','do','netlog meet Sam ''Dana Park'' --at ''Łódź'' --note ''at the fair''','You met Sam and Dana Park',NULL,2,3,'[["contact",5,null,{"every_days":null,"id":5,"is_me":0,"key":"dana park","kind":"person","name":"Dana Park","organisation_id":null}],["event",1,null,{"about":"","fee":"","happened_on":"2026-01-06","id":1,"introduction_id":null,"kind":"meeting","note":"at the fair","place":"\u0141\u00f3d\u017a","replaces_id":null,"via":""}],["party",1,null,{"contact_id":1,"event_id":1,"id":1,"role":"attendee"}],["party",2,null,{"contact_id":4,"event_id":1,"id":2,"role":"attendee"}],["party",3,null,{"contact_id":5,"event_id":1,"id":3,"role":"attendee"}],["obligation",1,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1}],["obligation",2,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-13","event_id":1,"hidden_until":null,"id":2,"kind":"thanks","opened_on":"2026-01-06","times":1}],["obligation",3,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":3,"kind":"thanks","opened_on":"2026-01-06","times":1}],["obligation",4,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-13","event_id":1,"hidden_until":null,"id":4,"kind":"thanks","opened_on":"2026-01-06","times":1}],["obligation",5,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-02-17","event_id":1,"hidden_until":null,"id":5,"kind":"touch","opened_on":"2026-01-06","times":1}]]','bfb1d648dc488ab404d84f92a2a7279a506fff33835c491d85aa6210a8ee2f7c');
INSERT INTO "change" VALUES(4,'2026-11-28T12:13:45+00:00','do','netlog thank Sam --via card --note ''a card''','You thanked Sam',NULL,3,4,'[["settlement",1,null,{"ending":"kept","event_id":null,"id":1,"note":"a card","obligation_id":1,"settled_on":"2026-01-07","times":1,"via":"card"}],["obligation",1,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-07","creditor_id":4,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1}]]','b1ba2b9d499770db4afe4e3e244884f27d3842f6c9faa326e1993805ef235b88');
INSERT INTO "change" VALUES(5,'2026-11-28T12:13:50+00:00','do','netlog meet ''Lee Ode'' --no-due','You met Lee Ode',NULL,4,5,'[["contact",6,null,{"every_days":null,"id":6,"is_me":0,"key":"lee ode","kind":"person","name":"Lee Ode","organisation_id":null}],["event",2,null,{"about":"","fee":"","happened_on":"2026-01-07","id":2,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",4,null,{"contact_id":1,"event_id":2,"id":4,"role":"attendee"}],["party",5,null,{"contact_id":6,"event_id":2,"id":5,"role":"attendee"}]]','245421219c03cb54fe1225910852299b0f261ed60ce6c54836fcb11979e412ec');
INSERT INTO "change" VALUES(6,'2026-11-28T12:13:57+00:00','do','netlog thank me --by ''Dana Park'' --via email','Dana Park thanked you',NULL,5,6,'[["settlement",2,null,{"ending":"kept","event_id":null,"id":2,"note":"","obligation_id":4,"settled_on":"2026-01-08","times":1,"via":"email"}],["obligation",4,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-13","event_id":1,"hidden_until":null,"id":4,"kind":"thanks","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-08","creditor_id":1,"debtor_id":5,"due_on":"2026-01-13","event_id":1,"hidden_until":null,"id":4,"kind":"thanks","opened_on":"2026-01-06","times":1}]]','e575d782385ad36b158f784e25314b04e5ebe2bf20f828f00c1588d8593d5ab9');
INSERT INTO "change" VALUES(7,'2026-11-28T12:14:02+00:00','do','netlog intro ''Dana Park'' ''Jo Young'' --for ''campus outreach'' --via email','You introduced Dana Park to Jo Young for "campus outreach"',NULL,6,7,'[["event",3,null,{"about":"campus outreach","fee":"","happened_on":"2026-01-08","id":3,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":"email"}],["party",6,null,{"contact_id":1,"event_id":3,"id":6,"role":"introducer"}],["party",7,null,{"contact_id":5,"event_id":3,"id":7,"role":"client"}],["party",8,null,{"contact_id":2,"event_id":3,"id":8,"role":"provider"}],["obligation",6,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-15","event_id":3,"hidden_until":null,"id":6,"kind":"thanks","opened_on":"2026-01-08","times":1}],["obligation",7,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-01-15","event_id":3,"hidden_until":null,"id":7,"kind":"thanks","opened_on":"2026-01-08","times":1}],["obligation",8,null,{"closed_on":null,"creditor_id":5,"debtor_id":2,"due_on":"2026-01-11","event_id":3,"hidden_until":null,"id":8,"kind":"response","opened_on":"2026-01-08","times":1}],["obligation",9,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-12","event_id":3,"hidden_until":null,"id":9,"kind":"check-response","opened_on":"2026-01-08","times":1}],["obligation",10,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-07","event_id":3,"hidden_until":null,"id":10,"kind":"check-outcome","opened_on":"2026-01-08","times":1}]]','b8d307fb3ff4af23ebe8fb061d93a59da3ba10884b8dd82d15225a82561868ab');
INSERT INTO "change" VALUES(8,'2026-11-28T12:14:08+00:00','do','netlog intro me ''Kim Lo'' --by Sam --for law','Sam introduced you to Kim Lo for "law"',NULL,7,8,'[["contact",7,null,{"every_days":null,"id":7,"is_me":0,"key":"kim lo","kind":"person","name":"Kim Lo","organisation_id":null}],["event",4,null,{"about":"law","fee":"","happened_on":"2026-01-09","id":4,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",9,null,{"contact_id":4,"event_id":4,"id":9,"role":"introducer"}],["party",10,null,{"contact_id":1,"event_id":4,"id":10,"role":"client"}],["party",11,null,{"contact_id":7,"event_id":4,"id":11,"role":"provider"}],["obligation",11,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-11","event_id":4,"hidden_until":null,"id":11,"kind":"thanks","opened_on":"2026-01-09","times":1}],["obligation",12,null,{"closed_on":null,"creditor_id":1,"debtor_id":7,"due_on":"2026-01-12","event_id":4,"hidden_until":null,"id":12,"kind":"response","opened_on":"2026-01-09","times":1}],["obligation",13,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-02-08","event_id":4,"hidden_until":null,"id":13,"kind":"update","opened_on":"2026-01-09","times":1}]]','bf5b75670950294c42df210e27b140f1188da672ee9e67ca070bde4d6c2ee0b6');
INSERT INTO "change" VALUES(9,'2026-11-28T12:14:13+00:00','do','netlog intro ''Lee Ode'' ''Kim Lo'' --fee 40 --by Sam','Sam introduced Lee Ode to Kim Lo',NULL,8,9,'[["event",5,null,{"about":"","fee":"40","happened_on":"2026-01-09","id":5,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",12,null,{"contact_id":4,"event_id":5,"id":12,"role":"introducer"}],["party",13,null,{"contact_id":6,"event_id":5,"id":13,"role":"client"}],["party",14,null,{"contact_id":7,"event_id":5,"id":14,"role":"provider"}]]','c1f5f0107ef1a14820ae5a92200bfb68c729e188cce3f84c1c1ae62478be8f1e');
INSERT INTO "change" VALUES(10,'2026-11-28T12:14:19+00:00','do','netlog reach ''Kim Lo'' --via phone','You reached out to Kim Lo',NULL,9,10,'[["event",6,null,{"about":"","fee":"","happened_on":"2026-01-10","id":6,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"phone"}],["party",15,null,{"contact_id":1,"event_id":6,"id":15,"role":"author"}],["party",16,null,{"contact_id":7,"event_id":6,"id":16,"role":"recipient"}],["attempt",1,null,{"event_id":6,"id":1,"made_on":"2026-01-10","note":"","obligation_id":12,"via":"phone"}]]','81c9f5a6e2ba8752281614dc50ae5b60bcb2cf0153fabf3cf8cd576fd3548835');
INSERT INTO "change" VALUES(11,'2026-11-28T12:14:24+00:00','do','netlog reach ''Kim Lo'' --via email --about ''the contract''','You reached out to Kim Lo about "the contract"',NULL,10,11,'[["event",7,null,{"about":"the contract","fee":"","happened_on":"2026-01-11","id":7,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"email"}],["party",17,null,{"contact_id":1,"event_id":7,"id":17,"role":"author"}],["party",18,null,{"contact_id":7,"event_id":7,"id":18,"role":"recipient"}],["attempt",2,null,{"event_id":7,"id":2,"made_on":"2026-01-11","note":"","obligation_id":12,"via":"email"}]]','8b5c3e2058c258988cbc32b29292a9e30c297cd7f7936bec6b1d440693837db4');
INSERT INTO "change" VALUES(12,'2026-11-28T12:14:29+00:00','do','netlog check e3 --silent --via phone --note ''nothing yet''','Asked Dana Park: nothing from Jo Young yet',NULL,11,12,'[["attempt",3,null,{"event_id":null,"id":3,"made_on":"2026-01-12","note":"nothing yet","obligation_id":9,"via":"phone"}],["obligation",9,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-12","event_id":3,"hidden_until":null,"id":9,"kind":"check-response","opened_on":"2026-01-08","times":1},{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-15","event_id":3,"hidden_until":"2026-01-15","id":9,"kind":"check-response","opened_on":"2026-01-08","times":1}]]','4aff5b421b0e74d6ef0e73a356e70f3970b98831be220aea9d0b72a758b07d62');
INSERT INTO "change" VALUES(13,'2026-11-28T12:14:34+00:00','do','netlog reach me --by ''Kim Lo'' --about ''the contract''','Kim Lo reached out to you about "the contract"',NULL,12,13,'[["event",8,null,{"about":"the contract","fee":"","happened_on":"2026-01-12","id":8,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":""}],["party",19,null,{"contact_id":7,"event_id":8,"id":19,"role":"author"}],["party",20,null,{"contact_id":1,"event_id":8,"id":20,"role":"recipient"}],["settlement",3,null,{"ending":"kept","event_id":8,"id":3,"note":"","obligation_id":12,"settled_on":"2026-01-12","times":1,"via":""}],["obligation",12,{"closed_on":null,"creditor_id":1,"debtor_id":7,"due_on":"2026-01-12","event_id":4,"hidden_until":null,"id":12,"kind":"response","opened_on":"2026-01-09","times":1},{"closed_on":"2026-01-12","creditor_id":1,"debtor_id":7,"due_on":"2026-01-12","event_id":4,"hidden_until":null,"id":12,"kind":"response","opened_on":"2026-01-09","times":1}],["introduction_outcome",1,null,{"cause_id":8,"event_id":4,"id":1,"note":"","noted_on":"2026-01-12","outcome":"responded","via":""}]]','85f73ec319c75dc8c483c7d74d269550b7b7d44c2b7637146fb8084fc33cff26');
INSERT INTO "change" VALUES(14,'2026-11-28T12:14:38+00:00','do','netlog reach ''Kim Lo'' --expect-reply --about ''and the fee''','You reached out to Kim Lo about "and the fee"',NULL,13,14,'[["event",9,null,{"about":"and the fee","fee":"","happened_on":"2026-01-13","id":9,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":""}],["party",21,null,{"contact_id":1,"event_id":9,"id":21,"role":"author"}],["party",22,null,{"contact_id":7,"event_id":9,"id":22,"role":"recipient"}],["obligation",14,null,{"closed_on":null,"creditor_id":1,"debtor_id":7,"due_on":"2026-01-16","event_id":9,"hidden_until":null,"id":14,"kind":"reply","opened_on":"2026-01-13","times":1}],["attempt",4,null,{"event_id":9,"id":4,"made_on":"2026-01-13","note":"","obligation_id":14,"via":""}]]','b1d7b6333128f0a160712d791ef2a4eafb55bfca7871bd95bc8b70b111a7f685');
INSERT INTO "change" VALUES(15,'2026-11-28T12:14:43+00:00','do','netlog check e3 --responded --on 2026-01-13','Jo Young answered Dana Park',NULL,14,15,'[["settlement",4,null,{"ending":"kept","event_id":null,"id":4,"note":"","obligation_id":8,"settled_on":"2026-01-13","times":1,"via":""}],["obligation",8,{"closed_on":null,"creditor_id":5,"debtor_id":2,"due_on":"2026-01-11","event_id":3,"hidden_until":null,"id":8,"kind":"response","opened_on":"2026-01-08","times":1},{"closed_on":"2026-01-13","creditor_id":5,"debtor_id":2,"due_on":"2026-01-11","event_id":3,"hidden_until":null,"id":8,"kind":"response","opened_on":"2026-01-08","times":1}],["settlement",5,null,{"ending":"kept","event_id":null,"id":5,"note":"","obligation_id":9,"settled_on":"2026-01-13","times":1,"via":""}],["obligation",9,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-15","event_id":3,"hidden_until":"2026-01-15","id":9,"kind":"check-response","opened_on":"2026-01-08","times":1},{"closed_on":"2026-01-13","creditor_id":5,"debtor_id":1,"due_on":"2026-01-15","event_id":3,"hidden_until":"2026-01-15","id":9,"kind":"check-response","opened_on":"2026-01-08","times":1}],["introduction_outcome",2,null,{"cause_id":null,"event_id":3,"id":2,"note":"","noted_on":"2026-01-13","outcome":"responded","via":""}]]','52b711c96c83858d9d0b66aaea06b22085baa727aff83ab22980e9091153c38d');
INSERT INTO "change" VALUES(16,'2026-11-28T12:14:48+00:00','do','netlog promise ''the deck'' --to Sam --times 3 --due 2026-02-01','You promised Sam "the deck"',NULL,15,16,'[["event",10,null,{"about":"the deck","fee":"","happened_on":"2026-01-14","id":10,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",23,null,{"contact_id":1,"event_id":10,"id":23,"role":"promiser"}],["party",24,null,{"contact_id":4,"event_id":10,"id":24,"role":"promisee"}],["obligation",15,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-02-01","event_id":10,"hidden_until":null,"id":15,"kind":"promise","opened_on":"2026-01-14","times":3}]]','f24d0d460333318b29c46781494461d5b27d0c6b0d00b0dbeae085b80d7af948');
INSERT INTO "change" VALUES(17,'2026-11-28T12:14:53+00:00','do','netlog promise ''a talk'' --by ''Dana Park''','Dana Park promised you "a talk"',NULL,16,17,'[["event",11,null,{"about":"a talk","fee":"","happened_on":"2026-01-15","id":11,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",25,null,{"contact_id":5,"event_id":11,"id":25,"role":"promiser"}],["party",26,null,{"contact_id":1,"event_id":11,"id":26,"role":"promisee"}],["obligation",16,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-22","event_id":11,"hidden_until":null,"id":16,"kind":"promise","opened_on":"2026-01-15","times":1}]]','475902e15073ce0b21b07d9747d8dbea5d57ce95b2bcd9ab64d6d8241b11c308');
INSERT INTO "change" VALUES(18,'2026-11-28T12:14:58+00:00','do','netlog promise ''nothing much'' --to ''Dana Park'' --no-due','You promised Dana Park "nothing much"',NULL,17,18,'[["event",12,null,{"about":"nothing much","fee":"","happened_on":"2026-01-15","id":12,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",27,null,{"contact_id":1,"event_id":12,"id":27,"role":"promiser"}],["party",28,null,{"contact_id":5,"event_id":12,"id":28,"role":"promisee"}]]','fa04bcc9bcf22eae9c1d6d4baafb42c2be87cad296ca59775862c9041445a7c3');
INSERT INTO "change" VALUES(19,'2026-11-28T12:15:04+00:00','do','netlog done 15 --times 2 --note ''two of them''','Kept: you owed Sam "the deck" (2 of 3)',NULL,18,19,'[["settlement",6,null,{"ending":"kept","event_id":null,"id":6,"note":"two of them","obligation_id":15,"settled_on":"2026-01-16","times":2,"via":""}]]','48ca06353211716f5a2ce404ceeb8960569f5e0dbf2ccffa82dd7372096c3791');
INSERT INTO "change" VALUES(20,'2026-11-28T12:15:08+00:00','do','netlog problem e3 combative --with ''Jo Young''','A problem with Jo Young: "combative"',NULL,19,20,'[["event",13,null,{"about":"combative","fee":"","happened_on":"2026-01-17","id":13,"introduction_id":3,"kind":"problem","note":"","place":"","replaces_id":null,"via":""}],["party",29,null,{"contact_id":2,"event_id":13,"id":29,"role":"culprit"}],["party",30,null,{"contact_id":5,"event_id":13,"id":30,"role":"harmed"}],["obligation",17,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-18","event_id":13,"hidden_until":null,"id":17,"kind":"apology","opened_on":"2026-01-17","times":1}],["obligation",18,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-24","event_id":13,"hidden_until":null,"id":18,"kind":"replacement","opened_on":"2026-01-17","times":1}],["settlement",7,null,{"ending":"kept","event_id":13,"id":7,"note":"","obligation_id":10,"settled_on":"2026-01-17","times":1,"via":""}],["obligation",10,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-07","event_id":3,"hidden_until":null,"id":10,"kind":"check-outcome","opened_on":"2026-01-08","times":1},{"closed_on":"2026-01-17","creditor_id":5,"debtor_id":1,"due_on":"2026-02-07","event_id":3,"hidden_until":null,"id":10,"kind":"check-outcome","opened_on":"2026-01-08","times":1}]]','7367d0759d2d4ee47a81a84fea213ac6bb811ca649a365bde75623b1d8355d77');
INSERT INTO "change" VALUES(21,'2026-11-28T12:15:13+00:00','do','netlog apologize ''Dana Park'' --via phone','You apologised to Dana Park',NULL,20,21,'[["settlement",8,null,{"ending":"kept","event_id":null,"id":8,"note":"","obligation_id":17,"settled_on":"2026-01-18","times":1,"via":"phone"}],["obligation",17,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-18","event_id":13,"hidden_until":null,"id":17,"kind":"apology","opened_on":"2026-01-17","times":1},{"closed_on":"2026-01-18","creditor_id":5,"debtor_id":1,"due_on":"2026-01-18","event_id":13,"hidden_until":null,"id":17,"kind":"apology","opened_on":"2026-01-17","times":1}]]','f54c02f5ec82350624dbdb39ef2f3231740954badf39c2cc2f09525f74c074b7');
INSERT INTO "change" VALUES(22,'2026-11-28T12:15:18+00:00','do','netlog intro ''Dana Park'' ''Lee Ode'' --replaces e3 --for ''campus outreach''','You introduced Dana Park to Lee Ode for "campus outreach"',NULL,21,22,'[["event",14,null,{"about":"campus outreach","fee":"","happened_on":"2026-01-19","id":14,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":3,"via":""}],["party",31,null,{"contact_id":1,"event_id":14,"id":31,"role":"introducer"}],["party",32,null,{"contact_id":5,"event_id":14,"id":32,"role":"client"}],["party",33,null,{"contact_id":6,"event_id":14,"id":33,"role":"provider"}],["obligation",19,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-26","event_id":14,"hidden_until":null,"id":19,"kind":"thanks","opened_on":"2026-01-19","times":1}],["obligation",20,null,{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-01-26","event_id":14,"hidden_until":null,"id":20,"kind":"thanks","opened_on":"2026-01-19","times":1}],["obligation",21,null,{"closed_on":null,"creditor_id":5,"debtor_id":6,"due_on":"2026-01-22","event_id":14,"hidden_until":null,"id":21,"kind":"response","opened_on":"2026-01-19","times":1}],["obligation",22,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":14,"hidden_until":null,"id":22,"kind":"check-response","opened_on":"2026-01-19","times":1}],["obligation",23,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-18","event_id":14,"hidden_until":null,"id":23,"kind":"check-outcome","opened_on":"2026-01-19","times":1}],["settlement",9,null,{"ending":"kept","event_id":14,"id":9,"note":"","obligation_id":18,"settled_on":"2026-01-19","times":1,"via":""}],["obligation",18,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-24","event_id":13,"hidden_until":null,"id":18,"kind":"replacement","opened_on":"2026-01-17","times":1},{"closed_on":"2026-01-19","creditor_id":5,"debtor_id":1,"due_on":"2026-01-24","event_id":13,"hidden_until":null,"id":18,"kind":"replacement","opened_on":"2026-01-17","times":1}]]','4c183a96abc96eb601e59a909b8779cb64cad99c16182a01814422e4d55c74e4');
INSERT INTO "change" VALUES(23,'2026-11-28T12:15:20+00:00','do','netlog meet Sam','You met Sam',NULL,22,23,'[["event",15,null,{"about":"","fee":"","happened_on":"2026-01-20","id":15,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",34,null,{"contact_id":1,"event_id":15,"id":34,"role":"attendee"}],["party",35,null,{"contact_id":4,"event_id":15,"id":35,"role":"attendee"}],["obligation",24,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-22","event_id":15,"hidden_until":null,"id":24,"kind":"thanks","opened_on":"2026-01-20","times":1}],["obligation",25,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-27","event_id":15,"hidden_until":null,"id":25,"kind":"thanks","opened_on":"2026-01-20","times":1}],["obligation",26,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-03-03","event_id":15,"hidden_until":null,"id":26,"kind":"touch","opened_on":"2026-01-20","times":1}],["settlement",10,null,{"ending":"kept","event_id":15,"id":10,"note":"","obligation_id":5,"settled_on":"2026-01-20","times":1,"via":""}],["obligation",5,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-02-17","event_id":1,"hidden_until":null,"id":5,"kind":"touch","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-20","creditor_id":4,"debtor_id":1,"due_on":"2026-02-17","event_id":1,"hidden_until":null,"id":5,"kind":"touch","opened_on":"2026-01-06","times":1}]]','cd75a8a52a040b9f7e364aad5ec18b265613db5103c158689de7b54bd460f2f8');
INSERT INTO "change" VALUES(24,'2026-11-28T12:15:24+00:00','do','netlog thank Sam --for 24','You thanked Sam',NULL,23,24,'[["settlement",11,null,{"ending":"kept","event_id":null,"id":11,"note":"","obligation_id":24,"settled_on":"2026-01-20","times":1,"via":""}],["obligation",24,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-22","event_id":15,"hidden_until":null,"id":24,"kind":"thanks","opened_on":"2026-01-20","times":1},{"closed_on":"2026-01-20","creditor_id":4,"debtor_id":1,"due_on":"2026-01-22","event_id":15,"hidden_until":null,"id":24,"kind":"thanks","opened_on":"2026-01-20","times":1}]]','85300a55aea412476595740af98d4297c1b631bb8b8d1f7f93cff6de69bfb06d');
INSERT INTO "change" VALUES(25,'2026-11-28T12:15:29+00:00','do','netlog intro Sam me --by ''Dana Park''','Dana Park introduced Sam to you',NULL,24,25,'[["event",16,null,{"about":"","fee":"","happened_on":"2026-01-21","id":16,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",36,null,{"contact_id":5,"event_id":16,"id":36,"role":"introducer"}],["party",37,null,{"contact_id":4,"event_id":16,"id":37,"role":"client"}],["party",38,null,{"contact_id":1,"event_id":16,"id":38,"role":"provider"}],["obligation",27,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":16,"hidden_until":null,"id":27,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",28,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-24","event_id":16,"hidden_until":null,"id":28,"kind":"response","opened_on":"2026-01-21","times":1}],["obligation",29,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-20","event_id":16,"hidden_until":null,"id":29,"kind":"update","opened_on":"2026-01-21","times":1}]]','0be681262b4653c4bb85f97a75e7ac758e497302919a8752594e87579d207346');
INSERT INTO "change" VALUES(26,'2026-11-28T12:15:35+00:00','do','netlog intro ''Kim Lo'' Sam','You introduced Kim Lo to Sam',NULL,25,26,'[["event",17,null,{"about":"","fee":"","happened_on":"2026-01-21","id":17,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",39,null,{"contact_id":1,"event_id":17,"id":39,"role":"introducer"}],["party",40,null,{"contact_id":7,"event_id":17,"id":40,"role":"client"}],["party",41,null,{"contact_id":4,"event_id":17,"id":41,"role":"provider"}],["obligation",30,null,{"closed_on":null,"creditor_id":1,"debtor_id":7,"due_on":"2026-01-24","event_id":17,"hidden_until":null,"id":30,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",31,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-24","event_id":17,"hidden_until":null,"id":31,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",32,null,{"closed_on":null,"creditor_id":7,"debtor_id":4,"due_on":"2026-01-24","event_id":17,"hidden_until":null,"id":32,"kind":"response","opened_on":"2026-01-21","times":1}],["obligation",33,null,{"closed_on":null,"creditor_id":7,"debtor_id":1,"due_on":"2026-01-23","event_id":17,"hidden_until":null,"id":33,"kind":"check-response","opened_on":"2026-01-21","times":1}],["obligation",34,null,{"closed_on":null,"creditor_id":7,"debtor_id":1,"due_on":"2026-02-20","event_id":17,"hidden_until":null,"id":34,"kind":"check-outcome","opened_on":"2026-01-21","times":1}]]','0b9a74963d77420830cffdeb5bbef84afd5c221865d3dd9e1080898b8d0de1d8');
INSERT INTO "change" VALUES(27,'2026-11-28T12:15:38+00:00','do','netlog reach ''Lee Ode'' --via letter','You reached out to Lee Ode',NULL,26,27,'[["event",18,null,{"about":"","fee":"","happened_on":"2026-01-22","id":18,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"letter"}],["party",42,null,{"contact_id":1,"event_id":18,"id":42,"role":"author"}],["party",43,null,{"contact_id":6,"event_id":18,"id":43,"role":"recipient"}]]','b6b68cfdb7bb9552c9442b16685ba0d7310c1c66679129799bb1954f779f1ce7');
INSERT INTO "change" VALUES(28,'2026-11-28T12:15:42+00:00','do','netlog check e14 --silent','Asked Dana Park: nothing from Lee Ode yet',NULL,27,28,'[["attempt",5,null,{"event_id":null,"id":5,"made_on":"2026-01-23","note":"","obligation_id":22,"via":""}],["obligation",22,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":14,"hidden_until":null,"id":22,"kind":"check-response","opened_on":"2026-01-19","times":1},{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-24","event_id":14,"hidden_until":"2026-01-24","id":22,"kind":"check-response","opened_on":"2026-01-19","times":1}]]','c7d0b39dd0127a483f8af6abc7da92cd985bff98ac9a3e3e0a3dc6bdd8fe2465');
INSERT INTO "change" VALUES(29,'2026-11-28T12:15:46+00:00','do','netlog check e14 --happy --note ''very happy''','Dana Park and Lee Ode are both happy',NULL,28,29,'[["settlement",12,null,{"ending":"kept","event_id":null,"id":12,"note":"very happy","obligation_id":21,"settled_on":"2026-01-22","times":1,"via":""}],["obligation",21,{"closed_on":null,"creditor_id":5,"debtor_id":6,"due_on":"2026-01-22","event_id":14,"hidden_until":null,"id":21,"kind":"response","opened_on":"2026-01-19","times":1},{"closed_on":"2026-01-22","creditor_id":5,"debtor_id":6,"due_on":"2026-01-22","event_id":14,"hidden_until":null,"id":21,"kind":"response","opened_on":"2026-01-19","times":1}],["settlement",13,null,{"ending":"kept","event_id":null,"id":13,"note":"very happy","obligation_id":22,"settled_on":"2026-01-24","times":1,"via":""}],["obligation",22,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-24","event_id":14,"hidden_until":"2026-01-24","id":22,"kind":"check-response","opened_on":"2026-01-19","times":1},{"closed_on":"2026-01-24","creditor_id":5,"debtor_id":1,"due_on":"2026-01-24","event_id":14,"hidden_until":"2026-01-24","id":22,"kind":"check-response","opened_on":"2026-01-19","times":1}],["settlement",14,null,{"ending":"kept","event_id":null,"id":14,"note":"very happy","obligation_id":23,"settled_on":"2026-01-24","times":1,"via":""}],["obligation",23,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-18","event_id":14,"hidden_until":null,"id":23,"kind":"check-outcome","opened_on":"2026-01-19","times":1},{"closed_on":"2026-01-24","creditor_id":5,"debtor_id":1,"due_on":"2026-02-18","event_id":14,"hidden_until":null,"id":23,"kind":"check-outcome","opened_on":"2026-01-19","times":1}],["introduction_outcome",3,null,{"cause_id":null,"event_id":14,"id":3,"note":"very happy","noted_on":"2026-01-24","outcome":"responded","via":""}],["introduction_outcome",4,null,{"cause_id":null,"event_id":14,"id":4,"note":"very happy","noted_on":"2026-01-24","outcome":"happy","via":""}]]','fc31a038224936a564cd3ce69685608b27709de467843ae5209eee05985a8f39');
INSERT INTO "change" VALUES(30,'2026-11-28T12:15:51+00:00','do','netlog meet ''Jo Young''','You met Jo Young',NULL,29,30,'[["event",19,null,{"about":"","fee":"","happened_on":"2026-01-25","id":19,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",44,null,{"contact_id":1,"event_id":19,"id":44,"role":"attendee"}],["party",45,null,{"contact_id":2,"event_id":19,"id":45,"role":"attendee"}],["obligation",35,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-30","event_id":19,"hidden_until":null,"id":35,"kind":"thanks","opened_on":"2026-01-25","times":1}]]','9ad55ea7003b73e1fc046481d77885877498d5800ebfd90fbe5c00f92bf1d08d');
INSERT INTO "change" VALUES(31,'2026-11-28T12:15:55+00:00','do','netlog intro me ''Bo Li'' --by ''Jo Young''','Jo Young introduced you to Bo Li',NULL,30,31,'[["contact",8,null,{"every_days":null,"id":8,"is_me":0,"key":"bo li","kind":"person","name":"Bo Li","organisation_id":null}],["event",20,null,{"about":"","fee":"","happened_on":"2026-01-25","id":20,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",46,null,{"contact_id":2,"event_id":20,"id":46,"role":"introducer"}],["party",47,null,{"contact_id":1,"event_id":20,"id":47,"role":"client"}],["party",48,null,{"contact_id":8,"event_id":20,"id":48,"role":"provider"}],["obligation",36,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-30","event_id":20,"hidden_until":null,"id":36,"kind":"thanks","opened_on":"2026-01-25","times":1}],["obligation",37,null,{"closed_on":null,"creditor_id":1,"debtor_id":8,"due_on":"2026-01-28","event_id":20,"hidden_until":null,"id":37,"kind":"response","opened_on":"2026-01-25","times":1}],["obligation",38,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-08","event_id":20,"hidden_until":null,"id":38,"kind":"update","opened_on":"2026-01-25","times":1}]]','9d287b3b076b8274b0c196cac1325147f5d6326966f80026fd16dc550b731d04');
INSERT INTO "change" VALUES(32,'2026-11-28T12:16:00+00:00','do','netlog broken 37 --note ''never came''','Broken: Bo Li owed you an answer after the introduction',NULL,31,32,'[["settlement",15,null,{"ending":"broken","event_id":null,"id":15,"note":"never came","obligation_id":37,"settled_on":"2026-01-26","times":1,"via":""}],["obligation",37,{"closed_on":null,"creditor_id":1,"debtor_id":8,"due_on":"2026-01-28","event_id":20,"hidden_until":null,"id":37,"kind":"response","opened_on":"2026-01-25","times":1},{"closed_on":"2026-01-26","creditor_id":1,"debtor_id":8,"due_on":"2026-01-28","event_id":20,"hidden_until":null,"id":37,"kind":"response","opened_on":"2026-01-25","times":1}]]','1e866a870e16570236de8f7eb8fae383da88e801e478f6d123fef217c49c2893');
INSERT INTO "change" VALUES(33,'2026-11-28T12:16:05+00:00','do','netlog snooze 36 --until 2026-02-10','Snoozed until Tue 10 Feb: you owe Jo Young thanks for the introduction to Bo Li',NULL,32,33,'[["obligation",36,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-30","event_id":20,"hidden_until":null,"id":36,"kind":"thanks","opened_on":"2026-01-25","times":1},{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-30","event_id":20,"hidden_until":"2026-02-10","id":36,"kind":"thanks","opened_on":"2026-01-25","times":1}]]','8533796ef6608d95fe3bcb72f2123375002e439c8d093a2d98d8127cd6dc320e');
INSERT INTO "change" VALUES(34,'2026-11-28T12:16:11+00:00','do','netlog waive 38','Waived: you owed Jo Young word on how it went with Bo Li',NULL,33,34,'[["settlement",16,null,{"ending":"waived","event_id":null,"id":16,"note":"","obligation_id":38,"settled_on":"2026-01-27","times":1,"via":""}],["obligation",38,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-08","event_id":20,"hidden_until":null,"id":38,"kind":"update","opened_on":"2026-01-25","times":1},{"closed_on":"2026-01-27","creditor_id":2,"debtor_id":1,"due_on":"2026-02-08","event_id":20,"hidden_until":null,"id":38,"kind":"update","opened_on":"2026-01-25","times":1}]]','ebe1c1ed35f03be865ad18139adb6d95a9fd77e404f1290d49bcfdc16211b6c1');
INSERT INTO "change" VALUES(35,'2026-11-28T12:16:16+00:00','do','netlog meet ''Ada Byron''','You met Ada Byron',NULL,34,35,'[["contact",9,null,{"every_days":null,"id":9,"is_me":0,"key":"ada byron","kind":"person","name":"Ada Byron","organisation_id":null}],["event",21,null,{"about":"","fee":"","happened_on":"2026-01-28","id":21,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",49,null,{"contact_id":1,"event_id":21,"id":49,"role":"attendee"}],["party",50,null,{"contact_id":9,"event_id":21,"id":50,"role":"attendee"}],["obligation",39,null,{"closed_on":null,"creditor_id":9,"debtor_id":1,"due_on":"2026-01-30","event_id":21,"hidden_until":null,"id":39,"kind":"thanks","opened_on":"2026-01-28","times":1}],["obligation",40,null,{"closed_on":null,"creditor_id":1,"debtor_id":9,"due_on":"2026-02-04","event_id":21,"hidden_until":null,"id":40,"kind":"thanks","opened_on":"2026-01-28","times":1}]]','fff588ceeced6a6bfd69ab9818fe56d451924ef9c52b50d640893d8e27341b1b');
INSERT INTO "change" VALUES(36,'2026-11-28T12:16:20+00:00','undo','undo','You met Ada Byron',35,NULL,34,'[["obligation",40,{"closed_on":null,"creditor_id":1,"debtor_id":9,"due_on":"2026-02-04","event_id":21,"hidden_until":null,"id":40,"kind":"thanks","opened_on":"2026-01-28","times":1},null],["obligation",39,{"closed_on":null,"creditor_id":9,"debtor_id":1,"due_on":"2026-01-30","event_id":21,"hidden_until":null,"id":39,"kind":"thanks","opened_on":"2026-01-28","times":1},null],["party",50,{"contact_id":9,"event_id":21,"id":50,"role":"attendee"},null],["party",49,{"contact_id":1,"event_id":21,"id":49,"role":"attendee"},null],["event",21,{"about":"","fee":"","happened_on":"2026-01-28","id":21,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""},null],["contact",9,{"every_days":null,"id":9,"is_me":0,"key":"ada byron","kind":"person","name":"Ada Byron","organisation_id":null},null]]','f37942cc5db5d6bceeb72a2e0b33789fcbf79643e84f2f1f103522fb550d3942');
INSERT INTO "change" VALUES(37,'2026-11-28T12:16:26+00:00','do','netlog reach ''Ada Byron'' --about ''a book''','You reached out to Ada Byron about "a book"',NULL,34,37,'[["contact",10,null,{"every_days":null,"id":10,"is_me":0,"key":"ada byron","kind":"person","name":"Ada Byron","organisation_id":null}],["event",22,null,{"about":"a book","fee":"","happened_on":"2026-01-29","id":22,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":""}],["party",51,null,{"contact_id":1,"event_id":22,"id":51,"role":"author"}],["party",52,null,{"contact_id":10,"event_id":22,"id":52,"role":"recipient"}],["obligation",41,null,{"closed_on":null,"creditor_id":1,"debtor_id":10,"due_on":"2026-02-01","event_id":22,"hidden_until":null,"id":41,"kind":"reply","opened_on":"2026-01-29","times":1}],["attempt",6,null,{"event_id":22,"id":6,"made_on":"2026-01-29","note":"","obligation_id":41,"via":""}]]','4d8e2fd72da6b626aa6174079bc40d213c96b8a626308b50db5064906cc82d97');
INSERT INTO "change" VALUES(38,'2026-11-28T12:16:31+00:00','do','netlog promise ''a loan'' --by ''Ada Byron''','Ada Byron promised you "a loan"',NULL,37,38,'[["event",23,null,{"about":"a loan","fee":"","happened_on":"2026-01-29","id":23,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",53,null,{"contact_id":10,"event_id":23,"id":53,"role":"promiser"}],["party",54,null,{"contact_id":1,"event_id":23,"id":54,"role":"promisee"}],["obligation",42,null,{"closed_on":null,"creditor_id":1,"debtor_id":10,"due_on":"2026-02-05","event_id":23,"hidden_until":null,"id":42,"kind":"promise","opened_on":"2026-01-29","times":1}]]','07135d70ac1b705e719cc3c49484cfe1bc9aca979914431c80ab02d40653bec0');
INSERT INTO "change" VALUES(39,'2026-11-28T12:16:36+00:00','undo','undo','Ada Byron promised you "a loan"',38,NULL,37,'[["obligation",42,{"closed_on":null,"creditor_id":1,"debtor_id":10,"due_on":"2026-02-05","event_id":23,"hidden_until":null,"id":42,"kind":"promise","opened_on":"2026-01-29","times":1},null],["party",54,{"contact_id":1,"event_id":23,"id":54,"role":"promisee"},null],["party",53,{"contact_id":10,"event_id":23,"id":53,"role":"promiser"},null],["event",23,{"about":"a loan","fee":"","happened_on":"2026-01-29","id":23,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""},null]]','4bbaa0364a36a3b79b699a0fd57a9d82dffbf5688ab715fce3fcc37938067a4e');
INSERT INTO "change" VALUES(40,'2026-11-28T12:16:42+00:00','redo','redo','Ada Byron promised you "a loan"',38,NULL,38,'[["event",23,null,{"about":"a loan","fee":"","happened_on":"2026-01-29","id":23,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",53,null,{"contact_id":10,"event_id":23,"id":53,"role":"promiser"}],["party",54,null,{"contact_id":1,"event_id":23,"id":54,"role":"promisee"}],["obligation",42,null,{"closed_on":null,"creditor_id":1,"debtor_id":10,"due_on":"2026-02-05","event_id":23,"hidden_until":null,"id":42,"kind":"promise","opened_on":"2026-01-29","times":1}]]','10b4058d2b992a87cc3723ae71e2c0e948a2d94a826b1e55b843a0735b7e0a54');
INSERT INTO "change" VALUES(41,'2026-11-28T12:16:47+00:00','do','netlog edit e18 --note ''by post'' --via post','Changed e18: You reached out to Lee Ode',NULL,38,41,'[["event",18,{"about":"","fee":"","happened_on":"2026-01-22","id":18,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"letter"},{"about":"","fee":"","happened_on":"2026-01-22","id":18,"introduction_id":null,"kind":"outreach","note":"by post","place":"","replaces_id":null,"via":"post"}]]','85f0a16dc14a67db922f082e6b5858fa51ba565503cf292785b21870a4762038');
INSERT INTO "change" VALUES(42,'2026-11-28T12:16:53+00:00','do','netlog done 16','Kept: Dana Park owed you "a talk"',NULL,41,42,'[["settlement",17,null,{"ending":"kept","event_id":null,"id":17,"note":"","obligation_id":16,"settled_on":"2026-01-31","times":1,"via":""}],["obligation",16,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-22","event_id":11,"hidden_until":null,"id":16,"kind":"promise","opened_on":"2026-01-15","times":1},{"closed_on":"2026-01-31","creditor_id":1,"debtor_id":5,"due_on":"2026-01-22","event_id":11,"hidden_until":null,"id":16,"kind":"promise","opened_on":"2026-01-15","times":1}]]','ce26fe22249330eab5314dddece7021d2397660816a54eb6599f378b762992ad');
INSERT INTO "change" VALUES(43,'2026-11-28T12:16:59+00:00','do','netlog person ''J. Young'' --new --email jy@example.org','Added J. Young: e-mail jy@example.org',NULL,42,43,'[["contact",11,null,{"every_days":null,"id":11,"is_me":0,"key":"j. young","kind":"person","name":"J. Young","organisation_id":null}],["detail",3,null,{"contact_id":11,"id":3,"key":"jy@example.org","kind":"email","value":"jy@example.org"}]]','3bd233d74e829ca3102fd2c4fcf1f6bd6af194a4813f7c95ea7181eba76a2eb4');
INSERT INTO "change" VALUES(44,'2026-11-28T12:17:04+00:00','do','netlog merge ''Jo Young'' ''J. Young''','J. Young is Jo Young now',NULL,43,44,'[["detail",3,{"contact_id":11,"id":3,"key":"jy@example.org","kind":"email","value":"jy@example.org"},{"contact_id":2,"id":3,"key":"jy@example.org","kind":"email","value":"jy@example.org"}],["detail",4,null,{"contact_id":2,"id":4,"key":"j. young","kind":"alias","value":"J. Young"}],["contact",11,{"every_days":null,"id":11,"is_me":0,"key":"j. young","kind":"person","name":"J. Young","organisation_id":null},null],["obligation",43,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-02-01","event_id":19,"hidden_until":null,"id":43,"kind":"thanks","opened_on":"2026-01-25","times":1}]]','f4ae777c1ef8ba3f82b9297529e3a0aa77e82d9f897754fc669307b94f9397c2');
INSERT INTO "change" VALUES(45,'2026-11-28T12:17:08+00:00','do','netlog reach me --by Sam --via phone','Sam reached out to you',NULL,44,45,'[["event",24,null,{"about":"","fee":"","happened_on":"2026-02-01","id":24,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"phone"}],["party",55,null,{"contact_id":4,"event_id":24,"id":55,"role":"author"}],["party",56,null,{"contact_id":1,"event_id":24,"id":56,"role":"recipient"}],["obligation",44,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-03-15","event_id":24,"hidden_until":null,"id":44,"kind":"touch","opened_on":"2026-02-01","times":1}],["settlement",18,null,{"ending":"kept","event_id":24,"id":18,"note":"","obligation_id":26,"settled_on":"2026-02-01","times":1,"via":""}],["obligation",26,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-03-03","event_id":15,"hidden_until":null,"id":26,"kind":"touch","opened_on":"2026-01-20","times":1},{"closed_on":"2026-02-01","creditor_id":4,"debtor_id":1,"due_on":"2026-03-03","event_id":15,"hidden_until":null,"id":26,"kind":"touch","opened_on":"2026-01-20","times":1}],["attempt",7,null,{"event_id":24,"id":7,"made_on":"2026-02-01","note":"","obligation_id":28,"via":"phone"}],["introduction_outcome",5,null,{"cause_id":24,"event_id":16,"id":5,"note":"","noted_on":"2026-02-01","outcome":"responded","via":""}]]','6e82c7a26b7a70a6927fcdc5e080d4ffa04915f9361be3ec843e36ad9ef867ee');
INSERT INTO "change" VALUES(46,'2026-11-28T12:17:13+00:00','do','netlog intro ''Dana Park'' ''Bo Li'' --for books','You introduced Dana Park to Bo Li for "books"',NULL,45,46,'[["event",25,null,{"about":"books","fee":"","happened_on":"2026-02-02","id":25,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",57,null,{"contact_id":1,"event_id":25,"id":57,"role":"introducer"}],["party",58,null,{"contact_id":5,"event_id":25,"id":58,"role":"client"}],["party",59,null,{"contact_id":8,"event_id":25,"id":59,"role":"provider"}],["obligation",45,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-02-09","event_id":25,"hidden_until":null,"id":45,"kind":"thanks","opened_on":"2026-02-02","times":1}],["obligation",46,null,{"closed_on":null,"creditor_id":1,"debtor_id":8,"due_on":"2026-02-09","event_id":25,"hidden_until":null,"id":46,"kind":"thanks","opened_on":"2026-02-02","times":1}],["obligation",47,null,{"closed_on":null,"creditor_id":5,"debtor_id":8,"due_on":"2026-02-05","event_id":25,"hidden_until":null,"id":47,"kind":"response","opened_on":"2026-02-02","times":1}],["obligation",48,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-06","event_id":25,"hidden_until":null,"id":48,"kind":"check-response","opened_on":"2026-02-02","times":1}],["obligation",49,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-03-04","event_id":25,"hidden_until":null,"id":49,"kind":"check-outcome","opened_on":"2026-02-02","times":1}]]','81187275328ac781969cc7b4c8908c835bd6488fd73a466d9796e2385862a8be');
INSERT INTO "change" VALUES(47,'2026-11-28T12:17:17+00:00','do','netlog check e25 --silent','Asked Dana Park: nothing from Bo Li yet',NULL,46,47,'[["attempt",8,null,{"event_id":null,"id":8,"made_on":"2026-02-03","note":"","obligation_id":48,"via":""}],["obligation",48,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-06","event_id":25,"hidden_until":null,"id":48,"kind":"check-response","opened_on":"2026-02-02","times":1},{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-02-06","event_id":25,"hidden_until":"2026-02-06","id":48,"kind":"check-response","opened_on":"2026-02-02","times":1}]]','9dcd442ef3e6fa505b5a0c48c5b0d7c1c1faa5d992e6572e26686f41cfbdc1c4');
INSERT INTO "change" VALUES(48,'2026-11-28T12:17:22+00:00','do','netlog snooze 49 --until 2026-03-20','Snoozed until Fri 20 Mar: ask Dana Park and Bo Li whether both are happy',NULL,47,48,'[["obligation",49,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-03-04","event_id":25,"hidden_until":null,"id":49,"kind":"check-outcome","opened_on":"2026-02-02","times":1},{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-03-04","event_id":25,"hidden_until":"2026-03-20","id":49,"kind":"check-outcome","opened_on":"2026-02-02","times":1}]]','345d0457996872156674a095adacb28cb66c4d3ab49f9923d4f086ff98d70a3e');
CREATE TABLE contact (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	is_me INTEGER NOT NULL, 
	organisation_id INTEGER, 
	every_days INTEGER, 
	CONSTRAINT kind_is_known CHECK (kind IN ('person', 'organisation')), 
	CONSTRAINT is_me_is_a_flag CHECK (is_me IN (0, 1)), 
	CONSTRAINT name_fits CHECK (length(name) BETWEEN 1 AND 200), 
	CONSTRAINT no_nul CHECK (instr(name, char(0)) = 0 AND instr(key, char(0)) = 0), 
	CONSTRAINT not_its_own_organisation CHECK (organisation_id <> id), 
	CONSTRAINT every_days_fits CHECK (every_days BETWEEN 1 AND 3650), 
	UNIQUE ("key"), 
	FOREIGN KEY(organisation_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "contact" VALUES(1,'me','me','person',1,NULL,NULL);
INSERT INTO "contact" VALUES(2,'Jo Young','jo young','person',0,3,NULL);
INSERT INTO "contact" VALUES(3,'Café Müller','cafe muller','organisation',0,NULL,NULL);
INSERT INTO "contact" VALUES(4,'Sam','sam','person',0,NULL,42);
INSERT INTO "contact" VALUES(5,'Dana Park','dana park','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(6,'Lee Ode','lee ode','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(7,'Kim Lo','kim lo','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(8,'Bo Li','bo li','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(10,'Ada Byron','ada byron','person',0,NULL,NULL);
CREATE TABLE detail (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	contact_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	CONSTRAINT kind_is_known CHECK (kind IN ('alias', 'email', 'phone', 'skill')), 
	CONSTRAINT no_nul CHECK (instr(value, char(0)) = 0 AND instr(key, char(0)) = 0), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "detail" VALUES(1,2,'skill','design','design');
INSERT INTO "detail" VALUES(2,2,'email','jo@example.org','jo@example.org');
INSERT INTO "detail" VALUES(3,2,'email','jy@example.org','jy@example.org');
INSERT INTO "detail" VALUES(4,2,'alias','J. Young','j. young');
CREATE TABLE event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	about TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	place TEXT NOT NULL, 
	fee TEXT NOT NULL, 
	introduction_id INTEGER, 
	replaces_id INTEGER, 
	CONSTRAINT kind_is_known CHECK (kind IN ('meeting', 'introduction', 'promise', 'outreach', 'problem')), 
	CONSTRAINT happened_on_is_a_day CHECK (happened_on IS date(happened_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(about, char(0)) = 0 AND instr(via, char(0)) = 0 AND instr(note, char(0)) = 0 AND instr(place, char(0)) = 0 AND instr(fee, char(0)) = 0), 
	CONSTRAINT problem_of CHECK ((kind = 'problem') = (introduction_id IS NOT NULL)), 
	FOREIGN KEY(introduction_id) REFERENCES event (id), 
	FOREIGN KEY(replaces_id) REFERENCES event (id)
)
 STRICT

;
INSERT INTO "event" VALUES(1,'meeting','2026-01-06','','','at the fair','Łódź','',NULL,NULL);
INSERT INTO "event" VALUES(2,'meeting','2026-01-07','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(3,'introduction','2026-01-08','campus outreach','email','','','',NULL,NULL);
INSERT INTO "event" VALUES(4,'introduction','2026-01-09','law','','','','',NULL,NULL);
INSERT INTO "event" VALUES(5,'introduction','2026-01-09','','','','','40',NULL,NULL);
INSERT INTO "event" VALUES(6,'outreach','2026-01-10','','phone','','','',NULL,NULL);
INSERT INTO "event" VALUES(7,'outreach','2026-01-11','the contract','email','','','',NULL,NULL);
INSERT INTO "event" VALUES(8,'outreach','2026-01-12','the contract','','','','',NULL,NULL);
INSERT INTO "event" VALUES(9,'outreach','2026-01-13','and the fee','','','','',NULL,NULL);
INSERT INTO "event" VALUES(10,'promise','2026-01-14','the deck','','','','',NULL,NULL);
INSERT INTO "event" VALUES(11,'promise','2026-01-15','a talk','','','','',NULL,NULL);
INSERT INTO "event" VALUES(12,'promise','2026-01-15','nothing much','','','','',NULL,NULL);
INSERT INTO "event" VALUES(13,'problem','2026-01-17','combative','','','','',3,NULL);
INSERT INTO "event" VALUES(14,'introduction','2026-01-19','campus outreach','','','','',NULL,3);
INSERT INTO "event" VALUES(15,'meeting','2026-01-20','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(16,'introduction','2026-01-21','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(17,'introduction','2026-01-21','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(18,'outreach','2026-01-22','','post','by post','','',NULL,NULL);
INSERT INTO "event" VALUES(19,'meeting','2026-01-25','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(20,'introduction','2026-01-25','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(22,'outreach','2026-01-29','a book','','','','',NULL,NULL);
INSERT INTO "event" VALUES(23,'promise','2026-01-29','a loan','','','','',NULL,NULL);
INSERT INTO "event" VALUES(24,'outreach','2026-02-01','','phone','','','',NULL,NULL);
INSERT INTO "event" VALUES(25,'introduction','2026-02-02','books','','','','',NULL,NULL);
CREATE TABLE introduction_outcome (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	event_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	noted_on TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	cause_id INTEGER, 
	CONSTRAINT outcome_is_known CHECK (outcome IN ('responded', 'happy')), 
	CONSTRAINT noted_on_is_a_day CHECK (noted_on IS date(noted_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(cause_id) REFERENCES event (id)
)
 STRICT

;
INSERT INTO "introduction_outcome" VALUES(1,4,'responded','2026-01-12','','',8);
INSERT INTO "introduction_outcome" VALUES(2,3,'responded','2026-01-13','','',NULL);
INSERT INTO "introduction_outcome" VALUES(3,14,'responded','2026-01-24','','very happy',NULL);
INSERT INTO "introduction_outcome" VALUES(4,14,'happy','2026-01-24','','very happy',NULL);
INSERT INTO "introduction_outcome" VALUES(5,16,'responded','2026-02-01','','',24);
CREATE TABLE obligation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	event_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	debtor_id INTEGER NOT NULL, 
	creditor_id INTEGER NOT NULL, 
	times INTEGER NOT NULL, 
	opened_on TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	hidden_until TEXT, 
	closed_on TEXT, 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'touch', 'response', 'check-response', 'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement')), 
	CONSTRAINT nobody_owes_themselves CHECK (debtor_id <> creditor_id), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT due_after_opened CHECK (due_on >= opened_on), 
	CONSTRAINT opened_on_is_a_day CHECK (opened_on IS date(opened_on, '+0 days')), 
	CONSTRAINT due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')), 
	CONSTRAINT hidden_until_is_a_day CHECK (hidden_until IS date(hidden_until, '+0 days')), 
	CONSTRAINT closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(debtor_id) REFERENCES contact (id), 
	FOREIGN KEY(creditor_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "obligation" VALUES(1,1,'thanks',1,4,1,'2026-01-06','2026-01-08',NULL,'2026-01-07');
INSERT INTO "obligation" VALUES(2,1,'thanks',4,1,1,'2026-01-06','2026-01-13',NULL,NULL);
INSERT INTO "obligation" VALUES(3,1,'thanks',1,5,1,'2026-01-06','2026-01-08',NULL,NULL);
INSERT INTO "obligation" VALUES(4,1,'thanks',5,1,1,'2026-01-06','2026-01-13',NULL,'2026-01-08');
INSERT INTO "obligation" VALUES(5,1,'touch',1,4,1,'2026-01-06','2026-02-17',NULL,'2026-01-20');
INSERT INTO "obligation" VALUES(6,3,'thanks',5,1,1,'2026-01-08','2026-01-15',NULL,NULL);
INSERT INTO "obligation" VALUES(7,3,'thanks',2,1,1,'2026-01-08','2026-01-15',NULL,NULL);
INSERT INTO "obligation" VALUES(8,3,'response',2,5,1,'2026-01-08','2026-01-11',NULL,'2026-01-13');
INSERT INTO "obligation" VALUES(9,3,'check-response',1,5,1,'2026-01-08','2026-01-15','2026-01-15','2026-01-13');
INSERT INTO "obligation" VALUES(10,3,'check-outcome',1,5,1,'2026-01-08','2026-02-07',NULL,'2026-01-17');
INSERT INTO "obligation" VALUES(11,4,'thanks',1,4,1,'2026-01-09','2026-01-11',NULL,NULL);
INSERT INTO "obligation" VALUES(12,4,'response',7,1,1,'2026-01-09','2026-01-12',NULL,'2026-01-12');
INSERT INTO "obligation" VALUES(13,4,'update',1,4,1,'2026-01-09','2026-02-08',NULL,NULL);
INSERT INTO "obligation" VALUES(14,9,'reply',7,1,1,'2026-01-13','2026-01-16',NULL,NULL);
INSERT INTO "obligation" VALUES(15,10,'promise',1,4,3,'2026-01-14','2026-02-01',NULL,NULL);
INSERT INTO "obligation" VALUES(16,11,'promise',5,1,1,'2026-01-15','2026-01-22',NULL,'2026-01-31');
INSERT INTO "obligation" VALUES(17,13,'apology',1,5,1,'2026-01-17','2026-01-18',NULL,'2026-01-18');
INSERT INTO "obligation" VALUES(18,13,'replacement',1,5,1,'2026-01-17','2026-01-24',NULL,'2026-01-19');
INSERT INTO "obligation" VALUES(19,14,'thanks',5,1,1,'2026-01-19','2026-01-26',NULL,NULL);
INSERT INTO "obligation" VALUES(20,14,'thanks',6,1,1,'2026-01-19','2026-01-26',NULL,NULL);
INSERT INTO "obligation" VALUES(21,14,'response',6,5,1,'2026-01-19','2026-01-22',NULL,'2026-01-22');
INSERT INTO "obligation" VALUES(22,14,'check-response',1,5,1,'2026-01-19','2026-01-24','2026-01-24','2026-01-24');
INSERT INTO "obligation" VALUES(23,14,'check-outcome',1,5,1,'2026-01-19','2026-02-18',NULL,'2026-01-24');
INSERT INTO "obligation" VALUES(24,15,'thanks',1,4,1,'2026-01-20','2026-01-22',NULL,'2026-01-20');
INSERT INTO "obligation" VALUES(25,15,'thanks',4,1,1,'2026-01-20','2026-01-27',NULL,NULL);
INSERT INTO "obligation" VALUES(26,15,'touch',1,4,1,'2026-01-20','2026-03-03',NULL,'2026-02-01');
INSERT INTO "obligation" VALUES(27,16,'thanks',1,5,1,'2026-01-21','2026-01-23',NULL,NULL);
INSERT INTO "obligation" VALUES(28,16,'response',1,4,1,'2026-01-21','2026-01-24',NULL,NULL);
INSERT INTO "obligation" VALUES(29,16,'update',1,5,1,'2026-01-21','2026-02-20',NULL,NULL);
INSERT INTO "obligation" VALUES(30,17,'thanks',7,1,1,'2026-01-21','2026-01-24',NULL,NULL);
INSERT INTO "obligation" VALUES(31,17,'thanks',4,1,1,'2026-01-21','2026-01-24',NULL,NULL);
INSERT INTO "obligation" VALUES(32,17,'response',4,7,1,'2026-01-21','2026-01-24',NULL,NULL);
INSERT INTO "obligation" VALUES(33,17,'check-response',1,7,1,'2026-01-21','2026-01-23',NULL,NULL);
INSERT INTO "obligation" VALUES(34,17,'check-outcome',1,7,1,'2026-01-21','2026-02-20',NULL,NULL);
INSERT INTO "obligation" VALUES(35,19,'thanks',1,2,1,'2026-01-25','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(36,20,'thanks',1,2,1,'2026-01-25','2026-01-30','2026-02-10',NULL);
INSERT INTO "obligation" VALUES(37,20,'response',8,1,1,'2026-01-25','2026-01-28',NULL,'2026-01-26');
INSERT INTO "obligation" VALUES(38,20,'update',1,2,1,'2026-01-25','2026-02-08',NULL,'2026-01-27');
INSERT INTO "obligation" VALUES(41,22,'reply',10,1,1,'2026-01-29','2026-02-01',NULL,NULL);
INSERT INTO "obligation" VALUES(42,23,'promise',10,1,1,'2026-01-29','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(43,19,'thanks',2,1,1,'2026-01-25','2026-02-01',NULL,NULL);
INSERT INTO "obligation" VALUES(44,24,'touch',1,4,1,'2026-02-01','2026-03-15',NULL,NULL);
INSERT INTO "obligation" VALUES(45,25,'thanks',5,1,1,'2026-02-02','2026-02-09',NULL,NULL);
INSERT INTO "obligation" VALUES(46,25,'thanks',8,1,1,'2026-02-02','2026-02-09',NULL,NULL);
INSERT INTO "obligation" VALUES(47,25,'response',8,5,1,'2026-02-02','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(48,25,'check-response',1,5,1,'2026-02-02','2026-02-06','2026-02-06',NULL);
INSERT INTO "obligation" VALUES(49,25,'check-outcome',1,5,1,'2026-02-02','2026-03-04','2026-03-20',NULL);
CREATE TABLE party (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	event_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	CONSTRAINT role_is_known CHECK (role IN ('attendee', 'introducer', 'client', 'provider', 'promiser', 'promisee', 'author', 'recipient', 'culprit', 'harmed')), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "party" VALUES(1,1,1,'attendee');
INSERT INTO "party" VALUES(2,1,4,'attendee');
INSERT INTO "party" VALUES(3,1,5,'attendee');
INSERT INTO "party" VALUES(4,2,1,'attendee');
INSERT INTO "party" VALUES(5,2,6,'attendee');
INSERT INTO "party" VALUES(6,3,1,'introducer');
INSERT INTO "party" VALUES(7,3,5,'client');
INSERT INTO "party" VALUES(8,3,2,'provider');
INSERT INTO "party" VALUES(9,4,4,'introducer');
INSERT INTO "party" VALUES(10,4,1,'client');
INSERT INTO "party" VALUES(11,4,7,'provider');
INSERT INTO "party" VALUES(12,5,4,'introducer');
INSERT INTO "party" VALUES(13,5,6,'client');
INSERT INTO "party" VALUES(14,5,7,'provider');
INSERT INTO "party" VALUES(15,6,1,'author');
INSERT INTO "party" VALUES(16,6,7,'recipient');
INSERT INTO "party" VALUES(17,7,1,'author');
INSERT INTO "party" VALUES(18,7,7,'recipient');
INSERT INTO "party" VALUES(19,8,7,'author');
INSERT INTO "party" VALUES(20,8,1,'recipient');
INSERT INTO "party" VALUES(21,9,1,'author');
INSERT INTO "party" VALUES(22,9,7,'recipient');
INSERT INTO "party" VALUES(23,10,1,'promiser');
INSERT INTO "party" VALUES(24,10,4,'promisee');
INSERT INTO "party" VALUES(25,11,5,'promiser');
INSERT INTO "party" VALUES(26,11,1,'promisee');
INSERT INTO "party" VALUES(27,12,1,'promiser');
INSERT INTO "party" VALUES(28,12,5,'promisee');
INSERT INTO "party" VALUES(29,13,2,'culprit');
INSERT INTO "party" VALUES(30,13,5,'harmed');
INSERT INTO "party" VALUES(31,14,1,'introducer');
INSERT INTO "party" VALUES(32,14,5,'client');
INSERT INTO "party" VALUES(33,14,6,'provider');
INSERT INTO "party" VALUES(34,15,1,'attendee');
INSERT INTO "party" VALUES(35,15,4,'attendee');
INSERT INTO "party" VALUES(36,16,5,'introducer');
INSERT INTO "party" VALUES(37,16,4,'client');
INSERT INTO "party" VALUES(38,16,1,'provider');
INSERT INTO "party" VALUES(39,17,1,'introducer');
INSERT INTO "party" VALUES(40,17,7,'client');
INSERT INTO "party" VALUES(41,17,4,'provider');
INSERT INTO "party" VALUES(42,18,1,'author');
INSERT INTO "party" VALUES(43,18,6,'recipient');
INSERT INTO "party" VALUES(44,19,1,'attendee');
INSERT INTO "party" VALUES(45,19,2,'attendee');
INSERT INTO "party" VALUES(46,20,2,'introducer');
INSERT INTO "party" VALUES(47,20,1,'client');
INSERT INTO "party" VALUES(48,20,8,'provider');
INSERT INTO "party" VALUES(51,22,1,'author');
INSERT INTO "party" VALUES(52,22,10,'recipient');
INSERT INTO "party" VALUES(53,23,10,'promiser');
INSERT INTO "party" VALUES(54,23,1,'promisee');
INSERT INTO "party" VALUES(55,24,4,'author');
INSERT INTO "party" VALUES(56,24,1,'recipient');
INSERT INTO "party" VALUES(57,25,1,'introducer');
INSERT INTO "party" VALUES(58,25,5,'client');
INSERT INTO "party" VALUES(59,25,8,'provider');
CREATE TABLE settlement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	obligation_id INTEGER NOT NULL, 
	ending TEXT NOT NULL, 
	settled_on TEXT NOT NULL, 
	times INTEGER NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	event_id INTEGER, 
	CONSTRAINT ending_is_known CHECK (ending IN ('kept', 'broken', 'waived')), 
	CONSTRAINT settled_on_is_a_day CHECK (settled_on IS date(settled_on, '+0 days')), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(obligation_id) REFERENCES obligation (id), 
	FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT

;
INSERT INTO "settlement" VALUES(1,1,'kept','2026-01-07',1,'card','a card',NULL);
INSERT INTO "settlement" VALUES(2,4,'kept','2026-01-08',1,'email','',NULL);
INSERT INTO "settlement" VALUES(3,12,'kept','2026-01-12',1,'','',8);
INSERT INTO "settlement" VALUES(4,8,'kept','2026-01-13',1,'','',NULL);
INSERT INTO "settlement" VALUES(5,9,'kept','2026-01-13',1,'','',NULL);
INSERT INTO "settlement" VALUES(6,15,'kept','2026-01-16',2,'','two of them',NULL);
INSERT INTO "settlement" VALUES(7,10,'kept','2026-01-17',1,'','',13);
INSERT INTO "settlement" VALUES(8,17,'kept','2026-01-18',1,'phone','',NULL);
INSERT INTO "settlement" VALUES(9,18,'kept','2026-01-19',1,'','',14);
INSERT INTO "settlement" VALUES(10,5,'kept','2026-01-20',1,'','',15);
INSERT INTO "settlement" VALUES(11,24,'kept','2026-01-20',1,'','',NULL);
INSERT INTO "settlement" VALUES(12,21,'kept','2026-01-22',1,'','very happy',NULL);
INSERT INTO "settlement" VALUES(13,22,'kept','2026-01-24',1,'','very happy',NULL);
INSERT INTO "settlement" VALUES(14,23,'kept','2026-01-24',1,'','very happy',NULL);
INSERT INTO "settlement" VALUES(15,37,'broken','2026-01-26',1,'','never came',NULL);
INSERT INTO "settlement" VALUES(16,38,'waived','2026-01-27',1,'','',NULL);
INSERT INTO "settlement" VALUES(17,16,'kept','2026-01-31',1,'','',NULL);
INSERT INTO "settlement" VALUES(18,26,'kept','2026-02-01',1,'','',24);
CREATE TABLE word (
	word TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	PRIMARY KEY (word, source, row_id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "word" VALUES('a','event',11);
INSERT INTO "word" VALUES('a','event',22);
INSERT INTO "word" VALUES('a','event',23);
INSERT INTO "word" VALUES('a','settlement',1);
INSERT INTO "word" VALUES('ada','contact',10);
INSERT INTO "word" VALUES('and','event',9);
INSERT INTO "word" VALUES('at','event',1);
INSERT INTO "word" VALUES('bo','contact',8);
INSERT INTO "word" VALUES('book','event',22);
INSERT INTO "word" VALUES('books','event',25);
INSERT INTO "word" VALUES('by','event',18);
INSERT INTO "word" VALUES('byron','contact',10);
INSERT INTO "word" VALUES('cafe','contact',3);
INSERT INTO "word" VALUES('came','settlement',15);
INSERT INTO "word" VALUES('campus','event',3);
INSERT INTO "word" VALUES('campus','event',14);
INSERT INTO "word" VALUES('card','settlement',1);
INSERT INTO "word" VALUES('combative','event',13);
INSERT INTO "word" VALUES('contract','event',7);
INSERT INTO "word" VALUES('contract','event',8);
INSERT INTO "word" VALUES('dana','contact',5);
INSERT INTO "word" VALUES('deck','event',10);
INSERT INTO "word" VALUES('design','detail',1);
INSERT INTO "word" VALUES('example','detail',2);
INSERT INTO "word" VALUES('example','detail',3);
INSERT INTO "word" VALUES('fair','event',1);
INSERT INTO "word" VALUES('fee','event',9);
INSERT INTO "word" VALUES('happy','introduction_outcome',3);
INSERT INTO "word" VALUES('happy','introduction_outcome',4);
INSERT INTO "word" VALUES('happy','settlement',12);
INSERT INTO "word" VALUES('happy','settlement',13);
INSERT INTO "word" VALUES('happy','settlement',14);
INSERT INTO "word" VALUES('j','detail',4);
INSERT INTO "word" VALUES('jo','contact',2);
INSERT INTO "word" VALUES('jo','detail',2);
INSERT INTO "word" VALUES('jy','detail',3);
INSERT INTO "word" VALUES('kim','contact',7);
INSERT INTO "word" VALUES('law','event',4);
INSERT INTO "word" VALUES('lee','contact',6);
INSERT INTO "word" VALUES('li','contact',8);
INSERT INTO "word" VALUES('lo','contact',7);
INSERT INTO "word" VALUES('loan','event',23);
INSERT INTO "word" VALUES('lodz','event',1);
INSERT INTO "word" VALUES('much','event',12);
INSERT INTO "word" VALUES('muller','contact',3);
INSERT INTO "word" VALUES('never','settlement',15);
INSERT INTO "word" VALUES('nothing','attempt',3);
INSERT INTO "word" VALUES('nothing','event',12);
INSERT INTO "word" VALUES('ode','contact',6);
INSERT INTO "word" VALUES('of','settlement',6);
INSERT INTO "word" VALUES('org','detail',2);
INSERT INTO "word" VALUES('org','detail',3);
INSERT INTO "word" VALUES('outreach','event',3);
INSERT INTO "word" VALUES('outreach','event',14);
INSERT INTO "word" VALUES('park','contact',5);
INSERT INTO "word" VALUES('post','event',18);
INSERT INTO "word" VALUES('sam','contact',4);
INSERT INTO "word" VALUES('talk','event',11);
INSERT INTO "word" VALUES('the','event',1);
INSERT INTO "word" VALUES('the','event',7);
INSERT INTO "word" VALUES('the','event',8);
INSERT INTO "word" VALUES('the','event',9);
INSERT INTO "word" VALUES('the','event',10);
INSERT INTO "word" VALUES('them','settlement',6);
INSERT INTO "word" VALUES('two','settlement',6);
INSERT INTO "word" VALUES('very','introduction_outcome',3);
INSERT INTO "word" VALUES('very','introduction_outcome',4);
INSERT INTO "word" VALUES('very','settlement',12);
INSERT INTO "word" VALUES('very','settlement',13);
INSERT INTO "word" VALUES('very','settlement',14);
INSERT INTO "word" VALUES('yet','attempt',3);
INSERT INTO "word" VALUES('young','contact',2);
INSERT INTO "word" VALUES('young','detail',4);
CREATE INDEX contact_organisation ON contact (organisation_id);
CREATE INDEX event_introduction ON event (introduction_id) WHERE introduction_id NOTNULL;
CREATE INDEX change_parent ON change (parent_id) WHERE kind = 'do';
CREATE INDEX detail_key ON detail (kind, "key");
CREATE UNIQUE INDEX detail_contact ON detail (contact_id, kind, "key");
CREATE INDEX party_contact ON party (contact_id, role);
CREATE INDEX party_event ON party (event_id);
CREATE INDEX obligation_open_to ON obligation (creditor_id, due_on) WHERE closed_on IS NULL;
CREATE INDEX obligation_debtor ON obligation (debtor_id);
CREATE INDEX obligation_open ON obligation (debtor_id, creditor_id, due_on) WHERE closed_on IS NULL;
CREATE INDEX obligation_event ON obligation (event_id);
CREATE UNIQUE INDEX outcome_event ON introduction_outcome (event_id, outcome);
CREATE INDEX settlement_obligation ON settlement (obligation_id);
CREATE INDEX attempt_obligation ON attempt (obligation_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('contact',11);
INSERT INTO "sqlite_sequence" VALUES('detail',4);
INSERT INTO "sqlite_sequence" VALUES('change',48);
INSERT INTO "sqlite_sequence" VALUES('event',25);
INSERT INTO "sqlite_sequence" VALUES('party',59);
INSERT INTO "sqlite_sequence" VALUES('obligation',49);
INSERT INTO "sqlite_sequence" VALUES('settlement',18);
INSERT INTO "sqlite_sequence" VALUES('attempt',8);
INSERT INTO "sqlite_sequence" VALUES('introduction_outcome',5);
COMMIT;
PRAGMA application_id = 1852142700;
PRAGMA user_version = 2;

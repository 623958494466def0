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
INSERT INTO "attempt" VALUES(3,21,'2026-01-24','phone','',9);
INSERT INTO "attempt" VALUES(4,23,'2026-01-24','','',10);
INSERT INTO "attempt" VALUES(5,25,'2026-01-16','','',5);
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
INSERT INTO "change" VALUES(1,'2026-11-28T12:37:52+00:00','do','netlog person Sam --new --every 6w','Added Sam: in touch every 6 weeks',NULL,NULL,1,'[["contact",2,null,{"every_days":null,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null}],["contact",2,{"every_days":null,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null},{"every_days":42,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null}]]','25df35dd9de8b8dd21599581514edc184d9f5a3b302733a53bd0655366446709');
INSERT INTO "change" VALUES(2,'2026-11-28T12:37:54+00:00','do','netlog meet Sam','You met Sam',NULL,1,2,'[["event",1,null,{"about":"","fee":"","happened_on":"2026-01-06","id":1,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",1,null,{"contact_id":1,"event_id":1,"id":1,"role":"attendee"}],["party",2,null,{"contact_id":2,"event_id":1,"id":2,"role":"attendee"}],["obligation",1,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1}],["obligation",2,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-01-13","event_id":1,"hidden_until":null,"id":2,"kind":"thanks","opened_on":"2026-01-06","times":1}],["obligation",3,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-17","event_id":1,"hidden_until":null,"id":3,"kind":"touch","opened_on":"2026-01-06","times":1}]]','29d184dbe86f2266370070468dbad19755595f8595ee839c1feb74a59de2910a');
INSERT INTO "change" VALUES(3,'2026-11-28T12:37:57+00:00','do','netlog person Sam --every 4w','Sam: in touch every 4 weeks',NULL,2,3,'[["contact",2,{"every_days":42,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null},{"every_days":28,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null}],["settlement",1,null,{"ending":"waived","event_id":null,"id":1,"note":"","obligation_id":3,"settled_on":"2026-01-06","times":1,"via":""}],["obligation",3,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-17","event_id":1,"hidden_until":null,"id":3,"kind":"touch","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-06","creditor_id":2,"debtor_id":1,"due_on":"2026-02-17","event_id":1,"hidden_until":null,"id":3,"kind":"touch","opened_on":"2026-01-06","times":1}],["obligation",4,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1}]]','04ffd30c4f898ebd734b67b15b7136a7e9349dfbe730b651c56062e56500ee8f');
INSERT INTO "change" VALUES(4,'2026-11-28T12:38:02+00:00','do','netlog meet ''Dana Park'' --no-due','You met Dana Park',NULL,3,4,'[["contact",3,null,{"every_days":null,"id":3,"is_me":0,"key":"dana park","kind":"person","name":"Dana Park","organisation_id":null}],["event",2,null,{"about":"","fee":"","happened_on":"2026-01-10","id":2,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",3,null,{"contact_id":1,"event_id":2,"id":3,"role":"attendee"}],["party",4,null,{"contact_id":3,"event_id":2,"id":4,"role":"attendee"}]]','efb68e3f2a42456fadc7079cec1139948e488a4803874cc317899f6f1c0e74ad');
INSERT INTO "change" VALUES(5,'2026-11-28T12:38:04+00:00','do','netlog person ''Dana Park'' --every 2w','Dana Park: in touch every 2 weeks',NULL,4,5,'[["contact",3,{"every_days":null,"id":3,"is_me":0,"key":"dana park","kind":"person","name":"Dana Park","organisation_id":null},{"every_days":14,"id":3,"is_me":0,"key":"dana park","kind":"person","name":"Dana Park","organisation_id":null}],["obligation",5,null,{"closed_on":null,"creditor_id":3,"debtor_id":1,"due_on":"2026-01-24","event_id":2,"hidden_until":null,"id":5,"kind":"touch","opened_on":"2026-01-10","times":1}]]','36b0dab2f255afd3171fe6f8263bc916f63d2271373dd1ab956f43992e393eea');
INSERT INTO "change" VALUES(6,'2026-11-28T12:38:08+00:00','do','netlog done 5','Kept: you owed Dana Park a word, to keep in touch',NULL,5,6,'[["settlement",2,null,{"ending":"kept","event_id":null,"id":2,"note":"","obligation_id":5,"settled_on":"2026-01-12","times":1,"via":""}],["obligation",5,{"closed_on":null,"creditor_id":3,"debtor_id":1,"due_on":"2026-01-24","event_id":2,"hidden_until":null,"id":5,"kind":"touch","opened_on":"2026-01-10","times":1},{"closed_on":"2026-01-12","creditor_id":3,"debtor_id":1,"due_on":"2026-01-24","event_id":2,"hidden_until":null,"id":5,"kind":"touch","opened_on":"2026-01-10","times":1}]]','cd28414a9ab3d2c1934ee62c3bcd58ffbb1a413186a643fb5d45c75a97072827');
INSERT INTO "change" VALUES(7,'2026-11-28T12:38:10+00:00','do','netlog meet ''Lee Ode''','You met Lee Ode',NULL,6,7,'[["contact",4,null,{"every_days":null,"id":4,"is_me":0,"key":"lee ode","kind":"person","name":"Lee Ode","organisation_id":null}],["event",3,null,{"about":"","fee":"","happened_on":"2026-01-15","id":3,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",5,null,{"contact_id":1,"event_id":3,"id":5,"role":"attendee"}],["party",6,null,{"contact_id":4,"event_id":3,"id":6,"role":"attendee"}],["obligation",6,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-17","event_id":3,"hidden_until":null,"id":6,"kind":"thanks","opened_on":"2026-01-15","times":1}],["obligation",7,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-22","event_id":3,"hidden_until":null,"id":7,"kind":"thanks","opened_on":"2026-01-15","times":1}]]','512c7f4ad7255bf02949797c79301251db17262e95e0e2032ff1079cda9bdb9a');
INSERT INTO "change" VALUES(8,'2026-11-28T12:38:12+00:00','do','netlog reach ''Lee Ode'' --via phone','You reached out to Lee Ode',NULL,7,8,'[["event",4,null,{"about":"","fee":"","happened_on":"2026-01-15","id":4,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"phone"}],["party",7,null,{"contact_id":1,"event_id":4,"id":7,"role":"author"}],["party",8,null,{"contact_id":4,"event_id":4,"id":8,"role":"recipient"}],["obligation",8,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1}],["attempt",1,null,{"event_id":4,"id":1,"made_on":"2026-01-15","note":"","obligation_id":8,"via":"phone"}]]','51fdb7c9ef98526a3e50a5993634af5740983730d65d8c77853a81811a313dbb');
INSERT INTO "change" VALUES(9,'2026-11-28T12:38:15+00:00','do','netlog reach me --by ''Lee Ode''','Lee Ode reached out to you',NULL,8,9,'[["event",5,null,{"about":"","fee":"","happened_on":"2026-01-16","id":5,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":""}],["party",9,null,{"contact_id":4,"event_id":5,"id":9,"role":"author"}],["party",10,null,{"contact_id":1,"event_id":5,"id":10,"role":"recipient"}],["settlement",3,null,{"ending":"kept","event_id":5,"id":3,"note":"","obligation_id":8,"settled_on":"2026-01-16","times":1,"via":""}],["obligation",8,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1},{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1}]]','ae9d26985250c39627fc122ef9b0e7f0b509e7ce2731cc9b2d23981a8e29ef67');
INSERT INTO "change" VALUES(10,'2026-11-28T12:38:17+00:00','do','netlog thank Sam','You thanked Sam',NULL,9,10,'[["settlement",4,null,{"ending":"kept","event_id":null,"id":4,"note":"","obligation_id":1,"settled_on":"2026-01-17","times":1,"via":""}],["obligation",1,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-17","creditor_id":2,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1}]]','192976e2eb4388c7e8602ab3c2683134438c1aca1c4a601da1cfb55405503f7b');
INSERT INTO "change" VALUES(11,'2026-11-28T12:38:19+00:00','do','netlog thank me --by ''Lee Ode'' --on 2026-01-16','Lee Ode thanked you',NULL,10,11,'[["settlement",5,null,{"ending":"kept","event_id":null,"id":5,"note":"","obligation_id":7,"settled_on":"2026-01-16","times":1,"via":""}],["obligation",7,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-22","event_id":3,"hidden_until":null,"id":7,"kind":"thanks","opened_on":"2026-01-15","times":1},{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-22","event_id":3,"hidden_until":null,"id":7,"kind":"thanks","opened_on":"2026-01-15","times":1}]]','0a7c73dadffd47aa4771163baa81855e60d93bff262f9da16e574bf17f8b8586');
INSERT INTO "change" VALUES(12,'2026-11-28T12:38:22+00:00','do','netlog edit e3 --on 2026-01-14','Changed e3: You met Lee Ode',NULL,11,12,'[["settlement",3,{"ending":"kept","event_id":5,"id":3,"note":"","obligation_id":8,"settled_on":"2026-01-16","times":1,"via":""},null],["obligation",8,{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1},{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1}],["attempt",1,{"event_id":4,"id":1,"made_on":"2026-01-15","note":"","obligation_id":8,"via":"phone"},null],["event",3,{"about":"","fee":"","happened_on":"2026-01-15","id":3,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""},{"about":"","fee":"","happened_on":"2026-01-14","id":3,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["obligation",6,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-17","event_id":3,"hidden_until":null,"id":6,"kind":"thanks","opened_on":"2026-01-15","times":1},{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-16","event_id":3,"hidden_until":null,"id":6,"kind":"thanks","opened_on":"2026-01-14","times":1}],["obligation",7,{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-22","event_id":3,"hidden_until":null,"id":7,"kind":"thanks","opened_on":"2026-01-15","times":1},{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-21","event_id":3,"hidden_until":null,"id":7,"kind":"thanks","opened_on":"2026-01-14","times":1}],["attempt",2,null,{"event_id":4,"id":2,"made_on":"2026-01-15","note":"","obligation_id":8,"via":"phone"}],["settlement",6,null,{"ending":"kept","event_id":5,"id":6,"note":"","obligation_id":8,"settled_on":"2026-01-16","times":1,"via":""}],["obligation",8,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1},{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1}]]','cdcfa92efc155c3a47c8e13f80fb459c2f668695513bef72db34d6067ddc1c5d');
INSERT INTO "change" VALUES(13,'2026-11-28T12:38:25+00:00','do','netlog intro Sam ''Lee Ode'' --for law','You introduced Sam to Lee Ode for "law"',NULL,12,13,'[["event",6,null,{"about":"law","fee":"","happened_on":"2026-01-18","id":6,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":null,"via":""}],["party",11,null,{"contact_id":1,"event_id":6,"id":11,"role":"introducer"}],["party",12,null,{"contact_id":2,"event_id":6,"id":12,"role":"client"}],["party",13,null,{"contact_id":4,"event_id":6,"id":13,"role":"provider"}],["obligation",9,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-01-25","event_id":6,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-01-18","times":1}],["obligation",10,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-25","event_id":6,"hidden_until":null,"id":10,"kind":"thanks","opened_on":"2026-01-18","times":1}],["obligation",11,null,{"closed_on":null,"creditor_id":2,"debtor_id":4,"due_on":"2026-01-21","event_id":6,"hidden_until":null,"id":11,"kind":"response","opened_on":"2026-01-18","times":1}],["obligation",12,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-22","event_id":6,"hidden_until":null,"id":12,"kind":"check-response","opened_on":"2026-01-18","times":1}],["obligation",13,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-17","event_id":6,"hidden_until":null,"id":13,"kind":"check-outcome","opened_on":"2026-01-18","times":1}]]','ef48cf8944779d9d872e028198a60d7d3787e3b64e3c084ff0cd49f5d81afef0');
INSERT INTO "change" VALUES(14,'2026-11-28T12:38:28+00:00','do','netlog check e6 --happy','Sam and Lee Ode are both happy',NULL,13,14,'[["settlement",7,null,{"ending":"kept","event_id":null,"id":7,"note":"","obligation_id":11,"settled_on":"2026-01-19","times":1,"via":""}],["obligation",11,{"closed_on":null,"creditor_id":2,"debtor_id":4,"due_on":"2026-01-21","event_id":6,"hidden_until":null,"id":11,"kind":"response","opened_on":"2026-01-18","times":1},{"closed_on":"2026-01-19","creditor_id":2,"debtor_id":4,"due_on":"2026-01-21","event_id":6,"hidden_until":null,"id":11,"kind":"response","opened_on":"2026-01-18","times":1}],["settlement",8,null,{"ending":"kept","event_id":null,"id":8,"note":"","obligation_id":12,"settled_on":"2026-01-19","times":1,"via":""}],["obligation",12,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-22","event_id":6,"hidden_until":null,"id":12,"kind":"check-response","opened_on":"2026-01-18","times":1},{"closed_on":"2026-01-19","creditor_id":2,"debtor_id":1,"due_on":"2026-01-22","event_id":6,"hidden_until":null,"id":12,"kind":"check-response","opened_on":"2026-01-18","times":1}],["settlement",9,null,{"ending":"kept","event_id":null,"id":9,"note":"","obligation_id":13,"settled_on":"2026-01-19","times":1,"via":""}],["obligation",13,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-17","event_id":6,"hidden_until":null,"id":13,"kind":"check-outcome","opened_on":"2026-01-18","times":1},{"closed_on":"2026-01-19","creditor_id":2,"debtor_id":1,"due_on":"2026-02-17","event_id":6,"hidden_until":null,"id":13,"kind":"check-outcome","opened_on":"2026-01-18","times":1}],["introduction_outcome",1,null,{"cause_id":null,"event_id":6,"id":1,"note":"","noted_on":"2026-01-19","outcome":"responded","via":""}],["introduction_outcome",2,null,{"cause_id":null,"event_id":6,"id":2,"note":"","noted_on":"2026-01-19","outcome":"happy","via":""}]]','78e60a05978252c3e4260dcff326e25e02af1018f29c728486bd6b38b4b84f39');
INSERT INTO "change" VALUES(15,'2026-11-28T12:38:30+00:00','do','netlog reopen 1','Reopened 1: you owe Sam thanks for the meeting',NULL,14,15,'[["obligation",1,{"closed_on":"2026-01-17","creditor_id":2,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1},{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-08","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-01-06","times":1}],["settlement",4,{"ending":"kept","event_id":null,"id":4,"note":"","obligation_id":1,"settled_on":"2026-01-17","times":1,"via":""},null]]','4bfb7193d982d8b275633dfb4831e5e6f742845edc08feadf92930c972ef16ca');
INSERT INTO "change" VALUES(16,'2026-11-28T12:38:32+00:00','do','netlog meet ''Ann Lee'' Sam','You met Ann Lee and Sam',NULL,15,16,'[["contact",5,null,{"every_days":null,"id":5,"is_me":0,"key":"ann lee","kind":"person","name":"Ann Lee","organisation_id":null}],["event",7,null,{"about":"","fee":"","happened_on":"2026-01-21","id":7,"introduction_id":null,"kind":"meeting","note":"","place":"","replaces_id":null,"via":""}],["party",14,null,{"contact_id":1,"event_id":7,"id":14,"role":"attendee"}],["party",15,null,{"contact_id":5,"event_id":7,"id":15,"role":"attendee"}],["party",16,null,{"contact_id":2,"event_id":7,"id":16,"role":"attendee"}],["obligation",14,null,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":7,"hidden_until":null,"id":14,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",15,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-28","event_id":7,"hidden_until":null,"id":15,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",16,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-23","event_id":7,"hidden_until":null,"id":16,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",17,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-01-28","event_id":7,"hidden_until":null,"id":17,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",18,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-18","event_id":7,"hidden_until":null,"id":18,"kind":"touch","opened_on":"2026-01-21","times":1}],["settlement",10,null,{"ending":"kept","event_id":7,"id":10,"note":"","obligation_id":4,"settled_on":"2026-01-21","times":1,"via":""}],["obligation",4,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-21","creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1}]]','a1dc5260c9a7ec331c2d14718c4029722ed7337e2b5e2d3c663cd4f024ccdce0');
INSERT INTO "change" VALUES(17,'2026-11-28T12:38:34+00:00','do','netlog thank ''Ann Lee''','You thanked Ann Lee',NULL,16,17,'[["settlement",11,null,{"ending":"kept","event_id":null,"id":11,"note":"","obligation_id":14,"settled_on":"2026-01-21","times":1,"via":""}],["obligation",14,{"closed_on":null,"creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":7,"hidden_until":null,"id":14,"kind":"thanks","opened_on":"2026-01-21","times":1},{"closed_on":"2026-01-21","creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":7,"hidden_until":null,"id":14,"kind":"thanks","opened_on":"2026-01-21","times":1}]]','a326cd12618d14b6035bb8180cc15c2055ca87e252081d0747e14d91168eef8d');
INSERT INTO "change" VALUES(18,'2026-11-28T12:38:36+00:00','do','netlog merge ''Dana Park'' ''Ann Lee''','Ann Lee is Dana Park now',NULL,17,18,'[["obligation",14,{"closed_on":"2026-01-21","creditor_id":5,"debtor_id":1,"due_on":"2026-01-23","event_id":7,"hidden_until":null,"id":14,"kind":"thanks","opened_on":"2026-01-21","times":1},{"closed_on":"2026-01-21","creditor_id":3,"debtor_id":1,"due_on":"2026-01-23","event_id":7,"hidden_until":null,"id":14,"kind":"thanks","opened_on":"2026-01-21","times":1}],["obligation",15,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-01-28","event_id":7,"hidden_until":null,"id":15,"kind":"thanks","opened_on":"2026-01-21","times":1},{"closed_on":null,"creditor_id":1,"debtor_id":3,"due_on":"2026-01-28","event_id":7,"hidden_until":null,"id":15,"kind":"thanks","opened_on":"2026-01-21","times":1}],["party",15,{"contact_id":5,"event_id":7,"id":15,"role":"attendee"},{"contact_id":3,"event_id":7,"id":15,"role":"attendee"}],["detail",1,null,{"contact_id":3,"id":1,"key":"ann lee","kind":"alias","value":"Ann Lee"}],["contact",5,{"every_days":null,"id":5,"is_me":0,"key":"ann lee","kind":"person","name":"Ann Lee","organisation_id":null},null],["settlement",10,{"ending":"kept","event_id":7,"id":10,"note":"","obligation_id":4,"settled_on":"2026-01-21","times":1,"via":""},null],["obligation",4,{"closed_on":"2026-01-21","creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1},{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1}],["settlement",12,null,{"ending":"kept","event_id":7,"id":12,"note":"","obligation_id":4,"settled_on":"2026-01-21","times":1,"via":""}],["obligation",4,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1},{"closed_on":"2026-01-21","creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":1,"hidden_until":null,"id":4,"kind":"touch","opened_on":"2026-01-06","times":1}],["obligation",19,null,{"closed_on":null,"creditor_id":3,"debtor_id":1,"due_on":"2026-02-04","event_id":7,"hidden_until":null,"id":19,"kind":"touch","opened_on":"2026-01-21","times":1}]]','92c0f6250306ef323ec3098b546b37439b2f435b9e7e5554185e18fd053c8b27');
INSERT INTO "change" VALUES(19,'2026-11-28T12:38:39+00:00','do','netlog promise ''a deck'' --to Sam --times 2','You promised Sam "a deck"',NULL,18,19,'[["event",8,null,{"about":"a deck","fee":"","happened_on":"2026-01-23","id":8,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",17,null,{"contact_id":1,"event_id":8,"id":17,"role":"promiser"}],["party",18,null,{"contact_id":2,"event_id":8,"id":18,"role":"promisee"}],["obligation",20,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-30","event_id":8,"hidden_until":null,"id":20,"kind":"promise","opened_on":"2026-01-23","times":2}]]','205edafbb8fdafaea2c15932cad00b3a6540199f8ee8abdc496df2dbd1f74dd0');
INSERT INTO "change" VALUES(20,'2026-11-28T12:38:42+00:00','do','netlog done 20 --times 1','Kept: you owed Sam "a deck" (1 of 2)',NULL,19,20,'[["settlement",13,null,{"ending":"kept","event_id":null,"id":13,"note":"","obligation_id":20,"settled_on":"2026-01-24","times":1,"via":""}]]','7fcdecbb76cf6192fbc4da80d9ed625fcfdee01c6d9fdb351ebfbfea8100b379');
INSERT INTO "change" VALUES(21,'2026-11-28T12:38:45+00:00','do','netlog reach me --by Sam --via phone','Sam reached out to you',NULL,20,21,'[["event",9,null,{"about":"","fee":"","happened_on":"2026-01-24","id":9,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"phone"}],["party",19,null,{"contact_id":2,"event_id":9,"id":19,"role":"author"}],["party",20,null,{"contact_id":1,"event_id":9,"id":20,"role":"recipient"}],["obligation",21,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-26","event_id":9,"hidden_until":null,"id":21,"kind":"reply","opened_on":"2026-01-24","times":1}],["obligation",22,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-21","event_id":9,"hidden_until":null,"id":22,"kind":"touch","opened_on":"2026-01-24","times":1}],["settlement",14,null,{"ending":"kept","event_id":9,"id":14,"note":"","obligation_id":18,"settled_on":"2026-01-24","times":1,"via":""}],["obligation",18,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-18","event_id":7,"hidden_until":null,"id":18,"kind":"touch","opened_on":"2026-01-21","times":1},{"closed_on":"2026-01-24","creditor_id":2,"debtor_id":1,"due_on":"2026-02-18","event_id":7,"hidden_until":null,"id":18,"kind":"touch","opened_on":"2026-01-21","times":1}],["attempt",3,null,{"event_id":9,"id":3,"made_on":"2026-01-24","note":"","obligation_id":21,"via":"phone"}]]','3e97948cabba12eafb2b7de18b15fd3a31c5a8f2910b64387c35c02badfe511d');
INSERT INTO "change" VALUES(22,'2026-11-28T12:38:48+00:00','do','netlog reach Sam --expect-reply','You reached out to Sam',NULL,21,22,'[["event",10,null,{"about":"","fee":"","happened_on":"2026-01-24","id":10,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":""}],["party",21,null,{"contact_id":1,"event_id":10,"id":21,"role":"author"}],["party",22,null,{"contact_id":2,"event_id":10,"id":22,"role":"recipient"}],["obligation",23,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-01-27","event_id":10,"hidden_until":null,"id":23,"kind":"reply","opened_on":"2026-01-24","times":1}],["obligation",24,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-21","event_id":10,"hidden_until":null,"id":24,"kind":"touch","opened_on":"2026-01-24","times":1}],["settlement",15,null,{"ending":"kept","event_id":10,"id":15,"note":"","obligation_id":21,"settled_on":"2026-01-24","times":1,"via":""}],["obligation",21,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-01-26","event_id":9,"hidden_until":null,"id":21,"kind":"reply","opened_on":"2026-01-24","times":1},{"closed_on":"2026-01-24","creditor_id":2,"debtor_id":1,"due_on":"2026-01-26","event_id":9,"hidden_until":null,"id":21,"kind":"reply","opened_on":"2026-01-24","times":1}],["settlement",16,null,{"ending":"kept","event_id":10,"id":16,"note":"","obligation_id":22,"settled_on":"2026-01-24","times":1,"via":""}],["obligation",22,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-21","event_id":9,"hidden_until":null,"id":22,"kind":"touch","opened_on":"2026-01-24","times":1},{"closed_on":"2026-01-24","creditor_id":2,"debtor_id":1,"due_on":"2026-02-21","event_id":9,"hidden_until":null,"id":22,"kind":"touch","opened_on":"2026-01-24","times":1}],["attempt",4,null,{"event_id":10,"id":4,"made_on":"2026-01-24","note":"","obligation_id":23,"via":""}]]','9e1c9060fbf820f976ca29a49b15c6f804490896a9fec6b7c0320cd6c8d4d638');
INSERT INTO "change" VALUES(23,'2026-11-28T12:38:51+00:00','do','netlog delete e4','Deleted e4: You reached out to Lee Ode',NULL,22,23,'[["settlement",6,{"ending":"kept","event_id":5,"id":6,"note":"","obligation_id":8,"settled_on":"2026-01-16","times":1,"via":""},null],["obligation",8,{"closed_on":"2026-01-16","creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1},{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1}],["attempt",2,{"event_id":4,"id":2,"made_on":"2026-01-15","note":"","obligation_id":8,"via":"phone"},null],["obligation",8,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-01-18","event_id":4,"hidden_until":null,"id":8,"kind":"reply","opened_on":"2026-01-15","times":1},null],["party",7,{"contact_id":1,"event_id":4,"id":7,"role":"author"},null],["party",8,{"contact_id":4,"event_id":4,"id":8,"role":"recipient"},null],["event",4,{"about":"","fee":"","happened_on":"2026-01-15","id":4,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"phone"},null],["obligation",25,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-01-18","event_id":5,"hidden_until":null,"id":25,"kind":"reply","opened_on":"2026-01-16","times":1}],["attempt",5,null,{"event_id":5,"id":5,"made_on":"2026-01-16","note":"","obligation_id":25,"via":""}]]','afbe1fb3f9c53bd6a80284330e010084f7ad6f84f33d7df7ceae76c3b57a8aaa');
INSERT INTO "change" VALUES(24,'2026-11-28T12:38:54+00:00','do','netlog person Sam --every never','Sam: in touch as it comes',NULL,23,24,'[["contact",2,{"every_days":28,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null},{"every_days":null,"id":2,"is_me":0,"key":"sam","kind":"person","name":"Sam","organisation_id":null}],["settlement",17,null,{"ending":"waived","event_id":null,"id":17,"note":"","obligation_id":24,"settled_on":"2026-01-24","times":1,"via":""}],["obligation",24,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-21","event_id":10,"hidden_until":null,"id":24,"kind":"touch","opened_on":"2026-01-24","times":1},{"closed_on":"2026-01-24","creditor_id":2,"debtor_id":1,"due_on":"2026-02-21","event_id":10,"hidden_until":null,"id":24,"kind":"touch","opened_on":"2026-01-24","times":1}]]','4292ba065a6be47dbb8af79c07b530859eab8d1e416756424fa3e44a57312595');
INSERT INTO "change" VALUES(25,'2026-11-28T12:38:56+00:00','do','netlog promise gone --to Sam','You promised Sam "gone"',NULL,24,25,'[["event",11,null,{"about":"gone","fee":"","happened_on":"2026-01-27","id":11,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""}],["party",23,null,{"contact_id":1,"event_id":11,"id":23,"role":"promiser"}],["party",24,null,{"contact_id":2,"event_id":11,"id":24,"role":"promisee"}],["obligation",26,null,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":11,"hidden_until":null,"id":26,"kind":"promise","opened_on":"2026-01-27","times":1}]]','b6a0ecc0bf4bb30d6d83a1b29d91e4b369552e860122c1ad415639543d03627b');
INSERT INTO "change" VALUES(26,'2026-11-28T12:38:59+00:00','undo','undo','You promised Sam "gone"',25,NULL,24,'[["obligation",26,{"closed_on":null,"creditor_id":2,"debtor_id":1,"due_on":"2026-02-03","event_id":11,"hidden_until":null,"id":26,"kind":"promise","opened_on":"2026-01-27","times":1},null],["party",24,{"contact_id":2,"event_id":11,"id":24,"role":"promisee"},null],["party",23,{"contact_id":1,"event_id":11,"id":23,"role":"promiser"},null],["event",11,{"about":"gone","fee":"","happened_on":"2026-01-27","id":11,"introduction_id":null,"kind":"promise","note":"","place":"","replaces_id":null,"via":""},null]]','8012aa921c99604de5c5443be86639875d719be40feaa1dea9dc44396eb3d8ea');
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
INSERT INTO "contact" VALUES(2,'Sam','sam','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(3,'Dana Park','dana park','person',0,NULL,14);
INSERT INTO "contact" VALUES(4,'Lee Ode','lee ode','person',0,NULL,NULL);
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
INSERT INTO "detail" VALUES(1,3,'alias','Ann Lee','ann lee');
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
INSERT INTO "event" VALUES(1,'meeting','2026-01-06','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(2,'meeting','2026-01-10','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(3,'meeting','2026-01-14','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(5,'outreach','2026-01-16','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(6,'introduction','2026-01-18','law','','','','',NULL,NULL);
INSERT INTO "event" VALUES(7,'meeting','2026-01-21','','','','','',NULL,NULL);
INSERT INTO "event" VALUES(8,'promise','2026-01-23','a deck','','','','',NULL,NULL);
INSERT INTO "event" VALUES(9,'outreach','2026-01-24','','phone','','','',NULL,NULL);
INSERT INTO "event" VALUES(10,'outreach','2026-01-24','','','','','',NULL,NULL);
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
INSERT INTO "introduction_outcome" VALUES(1,6,'responded','2026-01-19','','',NULL);
INSERT INTO "introduction_outcome" VALUES(2,6,'happy','2026-01-19','','',NULL);
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
INSERT INTO "obligation" VALUES(1,1,'thanks',1,2,1,'2026-01-06','2026-01-08',NULL,NULL);
INSERT INTO "obligation" VALUES(2,1,'thanks',2,1,1,'2026-01-06','2026-01-13',NULL,NULL);
INSERT INTO "obligation" VALUES(3,1,'touch',1,2,1,'2026-01-06','2026-02-17',NULL,'2026-01-06');
INSERT INTO "obligation" VALUES(4,1,'touch',1,2,1,'2026-01-06','2026-02-03',NULL,'2026-01-21');
INSERT INTO "obligation" VALUES(5,2,'touch',1,3,1,'2026-01-10','2026-01-24',NULL,'2026-01-12');
INSERT INTO "obligation" VALUES(6,3,'thanks',1,4,1,'2026-01-14','2026-01-16',NULL,NULL);
INSERT INTO "obligation" VALUES(7,3,'thanks',4,1,1,'2026-01-14','2026-01-21',NULL,'2026-01-16');
INSERT INTO "obligation" VALUES(9,6,'thanks',2,1,1,'2026-01-18','2026-01-25',NULL,NULL);
INSERT INTO "obligation" VALUES(10,6,'thanks',4,1,1,'2026-01-18','2026-01-25',NULL,NULL);
INSERT INTO "obligation" VALUES(11,6,'response',4,2,1,'2026-01-18','2026-01-21',NULL,'2026-01-19');
INSERT INTO "obligation" VALUES(12,6,'check-response',1,2,1,'2026-01-18','2026-01-22',NULL,'2026-01-19');
INSERT INTO "obligation" VALUES(13,6,'check-outcome',1,2,1,'2026-01-18','2026-02-17',NULL,'2026-01-19');
INSERT INTO "obligation" VALUES(14,7,'thanks',1,3,1,'2026-01-21','2026-01-23',NULL,'2026-01-21');
INSERT INTO "obligation" VALUES(15,7,'thanks',3,1,1,'2026-01-21','2026-01-28',NULL,NULL);
INSERT INTO "obligation" VALUES(16,7,'thanks',1,2,1,'2026-01-21','2026-01-23',NULL,NULL);
INSERT INTO "obligation" VALUES(17,7,'thanks',2,1,1,'2026-01-21','2026-01-28',NULL,NULL);
INSERT INTO "obligation" VALUES(18,7,'touch',1,2,1,'2026-01-21','2026-02-18',NULL,'2026-01-24');
INSERT INTO "obligation" VALUES(19,7,'touch',1,3,1,'2026-01-21','2026-02-04',NULL,NULL);
INSERT INTO "obligation" VALUES(20,8,'promise',1,2,2,'2026-01-23','2026-01-30',NULL,NULL);
INSERT INTO "obligation" VALUES(21,9,'reply',1,2,1,'2026-01-24','2026-01-26',NULL,'2026-01-24');
INSERT INTO "obligation" VALUES(22,9,'touch',1,2,1,'2026-01-24','2026-02-21',NULL,'2026-01-24');
INSERT INTO "obligation" VALUES(23,10,'reply',2,1,1,'2026-01-24','2026-01-27',NULL,NULL);
INSERT INTO "obligation" VALUES(24,10,'touch',1,2,1,'2026-01-24','2026-02-21',NULL,'2026-01-24');
INSERT INTO "obligation" VALUES(25,5,'reply',1,4,1,'2026-01-16','2026-01-18',NULL,NULL);
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
INSERT INTO "party" VALUES(2,1,2,'attendee');
INSERT INTO "party" VALUES(3,2,1,'attendee');
INSERT INTO "party" VALUES(4,2,3,'attendee');
INSERT INTO "party" VALUES(5,3,1,'attendee');
INSERT INTO "party" VALUES(6,3,4,'attendee');
INSERT INTO "party" VALUES(9,5,4,'author');
INSERT INTO "party" VALUES(10,5,1,'recipient');
INSERT INTO "party" VALUES(11,6,1,'introducer');
INSERT INTO "party" VALUES(12,6,2,'client');
INSERT INTO "party" VALUES(13,6,4,'provider');
INSERT INTO "party" VALUES(14,7,1,'attendee');
INSERT INTO "party" VALUES(15,7,3,'attendee');
INSERT INTO "party" VALUES(16,7,2,'attendee');
INSERT INTO "party" VALUES(17,8,1,'promiser');
INSERT INTO "party" VALUES(18,8,2,'promisee');
INSERT INTO "party" VALUES(19,9,2,'author');
INSERT INTO "party" VALUES(20,9,1,'recipient');
INSERT INTO "party" VALUES(21,10,1,'author');
INSERT INTO "party" VALUES(22,10,2,'recipient');
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
INSERT INTO "settlement" VALUES(1,3,'waived','2026-01-06',1,'','',NULL);
INSERT INTO "settlement" VALUES(2,5,'kept','2026-01-12',1,'','',NULL);
INSERT INTO "settlement" VALUES(5,7,'kept','2026-01-16',1,'','',NULL);
INSERT INTO "settlement" VALUES(7,11,'kept','2026-01-19',1,'','',NULL);
INSERT INTO "settlement" VALUES(8,12,'kept','2026-01-19',1,'','',NULL);
INSERT INTO "settlement" VALUES(9,13,'kept','2026-01-19',1,'','',NULL);
INSERT INTO "settlement" VALUES(11,14,'kept','2026-01-21',1,'','',NULL);
INSERT INTO "settlement" VALUES(12,4,'kept','2026-01-21',1,'','',7);
INSERT INTO "settlement" VALUES(13,20,'kept','2026-01-24',1,'','',NULL);
INSERT INTO "settlement" VALUES(14,18,'kept','2026-01-24',1,'','',9);
INSERT INTO "settlement" VALUES(15,21,'kept','2026-01-24',1,'','',10);
INSERT INTO "settlement" VALUES(16,22,'kept','2026-01-24',1,'','',10);
INSERT INTO "settlement" VALUES(17,24,'waived','2026-01-24',1,'','',NULL);
CREATE TABLE word (
	word TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	PRIMARY KEY (word, source, row_id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "word" VALUES('a','event',8);
INSERT INTO "word" VALUES('ann','detail',1);
INSERT INTO "word" VALUES('dana','contact',3);
INSERT INTO "word" VALUES('deck','event',8);
INSERT INTO "word" VALUES('law','event',6);
INSERT INTO "word" VALUES('lee','contact',4);
INSERT INTO "word" VALUES('lee','detail',1);
INSERT INTO "word" VALUES('ode','contact',4);
INSERT INTO "word" VALUES('park','contact',3);
INSERT INTO "word" VALUES('sam','contact',2);
CREATE INDEX contact_organisation ON contact (organisation_id);
CREATE INDEX event_introduction ON event (introduction_id) WHERE introduction_id NOTNULL;
CREATE INDEX change_parent ON change (parent_id) WHERE kind = 'do';
CREATE INDEX detail_key ON detail (kind, "key");
CREATE UNIQUE INDEX detail_contact ON detail (contact_id, kind, "key");
CREATE INDEX party_contact ON party (contact_id, role);
CREATE INDEX party_event ON party (event_id);
CREATE INDEX obligation_event ON obligation (event_id);
CREATE INDEX obligation_open ON obligation (debtor_id, creditor_id, due_on) WHERE closed_on IS NULL;
CREATE INDEX obligation_open_to ON obligation (creditor_id, due_on) WHERE closed_on IS NULL;
CREATE INDEX obligation_debtor ON obligation (debtor_id);
CREATE UNIQUE INDEX outcome_event ON introduction_outcome (event_id, outcome);
CREATE INDEX settlement_obligation ON settlement (obligation_id);
CREATE INDEX attempt_obligation ON attempt (obligation_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('contact',5);
INSERT INTO "sqlite_sequence" VALUES('change',26);
INSERT INTO "sqlite_sequence" VALUES('event',11);
INSERT INTO "sqlite_sequence" VALUES('party',24);
INSERT INTO "sqlite_sequence" VALUES('obligation',26);
INSERT INTO "sqlite_sequence" VALUES('settlement',17);
INSERT INTO "sqlite_sequence" VALUES('attempt',5);
INSERT INTO "sqlite_sequence" VALUES('introduction_outcome',2);
INSERT INTO "sqlite_sequence" VALUES('detail',1);
COMMIT;
PRAGMA application_id = 1852142700;
PRAGMA user_version = 2;

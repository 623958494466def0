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
INSERT INTO "attempt" VALUES(1,11,'2026-03-12','phone','',5);
INSERT INTO "attempt" VALUES(2,11,'2026-03-13','phone','',6);
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
INSERT INTO "change" VALUES(1,'2026-11-21T22:11:53+00:00','do','netlog person ''Jo Young'' --new --org ''Café Müller'' --skill design --email jo@example.org','Added Jo Young',NULL,NULL,1,'[["contact",2,null,{"every_days":null,"id":2,"is_me":0,"key":"jo young","kind":"person","name":"Jo Young","organisation_id":null}],["contact",3,null,{"every_days":null,"id":3,"is_me":0,"key":"cafe muller","kind":"organisation","name":"Caf\u00e9 M\u00fcller","organisation_id":null}],["contact",2,{"every_days":null,"id":2,"is_me":0,"key":"jo young","kind":"person","name":"Jo Young","organisation_id":null},{"every_days":null,"id":2,"is_me":0,"key":"jo young","kind":"person","name":"Jo Young","organisation_id":3}],["detail",1,null,{"contact_id":2,"id":1,"key":"design","kind":"skill","value":"design"}],["detail",2,null,{"contact_id":2,"id":2,"key":"jo@example.org","kind":"email","value":"jo@example.org"}]]','3341fab9440f88f80b4c838914119a5e059c3c3e84de9f219319bd8bc168938a');
INSERT INTO "change" VALUES(2,'2026-11-21T22:11:53+00:00','do','netlog intro me ''Jo Young'' --by ''Amy Ruiz'' --for ''campus outreach'' --note ''met at the Łódź fair''','Amy Ruiz introduced you to Jo Young for "campus outreach"',NULL,1,2,'[["contact",4,null,{"every_days":null,"id":4,"is_me":0,"key":"amy ruiz","kind":"person","name":"Amy Ruiz","organisation_id":null}],["event",1,null,{"about":"campus outreach","fee":"","happened_on":"2026-03-02","id":1,"introduction_id":null,"kind":"introduction","note":"met at the \u0141\u00f3d\u017a fair","place":"","replaces_id":null,"via":""}],["party",1,null,{"contact_id":4,"event_id":1,"id":1,"role":"introducer"}],["party",2,null,{"contact_id":1,"event_id":1,"id":2,"role":"client"}],["party",3,null,{"contact_id":2,"event_id":1,"id":3,"role":"provider"}],["obligation",1,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-03-04","event_id":1,"hidden_until":null,"id":1,"kind":"thanks","opened_on":"2026-03-02","times":1}],["obligation",2,null,{"closed_on":null,"creditor_id":1,"debtor_id":2,"due_on":"2026-03-05","event_id":1,"hidden_until":null,"id":2,"kind":"response","opened_on":"2026-03-02","times":1}],["obligation",3,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-04-01","event_id":1,"hidden_until":null,"id":3,"kind":"update","opened_on":"2026-03-02","times":1}]]','40d3994a7ee1a012def8ca3d95c53a6c784e609434fb3d4023ef924da36da17a');
INSERT INTO "change" VALUES(3,'2026-11-21T22:11:54+00:00','do','netlog problem e1 ''combative, would not listen'' --with ''Jo Young''','A problem with Jo Young: "combative, would not listen"',NULL,2,3,'[["event",2,null,{"about":"combative, would not listen","fee":"","happened_on":"2026-03-04","id":2,"introduction_id":1,"kind":"problem","note":"","place":"","replaces_id":null,"via":""}],["party",4,null,{"contact_id":2,"event_id":2,"id":4,"role":"culprit"}],["party",5,null,{"contact_id":1,"event_id":2,"id":5,"role":"harmed"}],["obligation",4,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-03-05","event_id":2,"hidden_until":null,"id":4,"kind":"apology","opened_on":"2026-03-04","times":1}],["obligation",5,null,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-03-11","event_id":2,"hidden_until":null,"id":5,"kind":"replacement","opened_on":"2026-03-04","times":1}]]','caa7965faa1639d818b9f61f9e84b6555984fc6ec23e81539f9d376faaa1d017');
INSERT INTO "change" VALUES(4,'2026-11-21T22:11:54+00:00','do','netlog apologize me --by ''Amy Ruiz'' --note ''called at once''','Amy Ruiz apologised to you',NULL,3,4,'[["settlement",1,null,{"ending":"kept","event_id":null,"id":1,"note":"called at once","obligation_id":4,"settled_on":"2026-03-04","times":1,"via":""}],["obligation",4,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-03-05","event_id":2,"hidden_until":null,"id":4,"kind":"apology","opened_on":"2026-03-04","times":1},{"closed_on":"2026-03-04","creditor_id":1,"debtor_id":4,"due_on":"2026-03-05","event_id":2,"hidden_until":null,"id":4,"kind":"apology","opened_on":"2026-03-04","times":1}]]','162ef4e2ff6dde77442497a3cc387c2f26a6716b94fa71997bf46fefff0223dd');
INSERT INTO "change" VALUES(5,'2026-11-21T22:11:55+00:00','do','netlog intro me ''Lee Ode'' --by ''Amy Ruiz'' --for ''campus outreach'' --replaces e1','Amy Ruiz introduced you to Lee Ode for "campus outreach"',NULL,4,5,'[["contact",5,null,{"every_days":null,"id":5,"is_me":0,"key":"lee ode","kind":"person","name":"Lee Ode","organisation_id":null}],["event",3,null,{"about":"campus outreach","fee":"","happened_on":"2026-03-09","id":3,"introduction_id":null,"kind":"introduction","note":"","place":"","replaces_id":1,"via":""}],["party",6,null,{"contact_id":4,"event_id":3,"id":6,"role":"introducer"}],["party",7,null,{"contact_id":1,"event_id":3,"id":7,"role":"client"}],["party",8,null,{"contact_id":5,"event_id":3,"id":8,"role":"provider"}],["obligation",6,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-03-11","event_id":3,"hidden_until":null,"id":6,"kind":"thanks","opened_on":"2026-03-09","times":1}],["obligation",7,null,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-03-12","event_id":3,"hidden_until":null,"id":7,"kind":"response","opened_on":"2026-03-09","times":1}],["obligation",8,null,{"closed_on":null,"creditor_id":4,"debtor_id":1,"due_on":"2026-04-08","event_id":3,"hidden_until":null,"id":8,"kind":"update","opened_on":"2026-03-09","times":1}],["settlement",2,null,{"ending":"kept","event_id":3,"id":2,"note":"","obligation_id":5,"settled_on":"2026-03-09","times":1,"via":""}],["obligation",5,{"closed_on":null,"creditor_id":1,"debtor_id":4,"due_on":"2026-03-11","event_id":2,"hidden_until":null,"id":5,"kind":"replacement","opened_on":"2026-03-04","times":1},{"closed_on":"2026-03-09","creditor_id":1,"debtor_id":4,"due_on":"2026-03-11","event_id":2,"hidden_until":null,"id":5,"kind":"replacement","opened_on":"2026-03-04","times":1}]]','6e614ae4e2e21ab0da9b88f125aa7b38b723705c006a223ffef9851094cc8923');
INSERT INTO "change" VALUES(6,'2026-11-21T22:11:55+00:00','do','netlog meet ''Dana Park'' --at ''Chamber breakfast''','You met Dana Park',NULL,5,6,'[["contact",6,null,{"every_days":null,"id":6,"is_me":0,"key":"dana park","kind":"person","name":"Dana Park","organisation_id":null}],["event",4,null,{"about":"","fee":"","happened_on":"2026-03-10","id":4,"introduction_id":null,"kind":"meeting","note":"","place":"Chamber breakfast","replaces_id":null,"via":""}],["party",9,null,{"contact_id":1,"event_id":4,"id":9,"role":"attendee"}],["party",10,null,{"contact_id":6,"event_id":4,"id":10,"role":"attendee"}],["obligation",9,null,{"closed_on":null,"creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1}],["obligation",10,null,{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-03-17","event_id":4,"hidden_until":null,"id":10,"kind":"thanks","opened_on":"2026-03-10","times":1}]]','66c054cdea9f4462c33f931ac49283eec8bd90886b57d758c691cf25e1887428');
INSERT INTO "change" VALUES(7,'2026-11-21T22:11:56+00:00','do','netlog edit e4 --note ''slides promised''','Changed e4: You met Dana Park',NULL,6,7,'[["event",4,{"about":"","fee":"","happened_on":"2026-03-10","id":4,"introduction_id":null,"kind":"meeting","note":"","place":"Chamber breakfast","replaces_id":null,"via":""},{"about":"","fee":"","happened_on":"2026-03-10","id":4,"introduction_id":null,"kind":"meeting","note":"slides promised","place":"Chamber breakfast","replaces_id":null,"via":""}],["party",9,{"contact_id":1,"event_id":4,"id":9,"role":"attendee"},null],["party",10,{"contact_id":6,"event_id":4,"id":10,"role":"attendee"},null],["party",11,null,{"contact_id":1,"event_id":4,"id":11,"role":"attendee"}],["party",12,null,{"contact_id":6,"event_id":4,"id":12,"role":"attendee"}],["obligation",9,{"closed_on":null,"creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1},{"closed_on":null,"creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1}],["obligation",10,{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-03-17","event_id":4,"hidden_until":null,"id":10,"kind":"thanks","opened_on":"2026-03-10","times":1},{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-03-17","event_id":4,"hidden_until":null,"id":10,"kind":"thanks","opened_on":"2026-03-10","times":1}]]','0ca21156c45d325cf9f145aa9a0bf27290b69ca42962ccb4c071efda10e039ac');
INSERT INTO "change" VALUES(8,'2026-11-21T22:11:56+00:00','undo','undo','Changed e4: You met Dana Park',7,NULL,6,'[["obligation",10,{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-03-17","event_id":4,"hidden_until":null,"id":10,"kind":"thanks","opened_on":"2026-03-10","times":1},{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-03-17","event_id":4,"hidden_until":null,"id":10,"kind":"thanks","opened_on":"2026-03-10","times":1}],["obligation",9,{"closed_on":null,"creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1},{"closed_on":null,"creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1}],["party",12,{"contact_id":6,"event_id":4,"id":12,"role":"attendee"},null],["party",11,{"contact_id":1,"event_id":4,"id":11,"role":"attendee"},null],["party",10,null,{"contact_id":6,"event_id":4,"id":10,"role":"attendee"}],["party",9,null,{"contact_id":1,"event_id":4,"id":9,"role":"attendee"}],["event",4,{"about":"","fee":"","happened_on":"2026-03-10","id":4,"introduction_id":null,"kind":"meeting","note":"slides promised","place":"Chamber breakfast","replaces_id":null,"via":""},{"about":"","fee":"","happened_on":"2026-03-10","id":4,"introduction_id":null,"kind":"meeting","note":"","place":"Chamber breakfast","replaces_id":null,"via":""}]]','9c2499b7b79bb583f0c59e67c3bcb610e4c425f5e6bfa01bbfe8d117e40849ab');
INSERT INTO "change" VALUES(9,'2026-11-21T22:11:58+00:00','do','netlog thank ''Dana Park'' --via card --note ''a hand-written one''','You thanked Dana Park',NULL,6,9,'[["settlement",3,null,{"ending":"kept","event_id":null,"id":3,"note":"a hand-written one","obligation_id":9,"settled_on":"2026-03-12","times":1,"via":"card"}],["obligation",9,{"closed_on":null,"creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1},{"closed_on":"2026-03-12","creditor_id":6,"debtor_id":1,"due_on":"2026-03-12","event_id":4,"hidden_until":null,"id":9,"kind":"thanks","opened_on":"2026-03-10","times":1}]]','d866df505482fa4a01a82f0478a19c74b9c4a54d185161278513b4147e118109');
INSERT INTO "change" VALUES(10,'2026-11-21T22:11:59+00:00','do','netlog reach ''Dana Park'' --about ''the proposal'' --via phone','You reached out to Dana Park about "the proposal"',NULL,9,10,'[["event",5,null,{"about":"the proposal","fee":"","happened_on":"2026-03-12","id":5,"introduction_id":null,"kind":"outreach","note":"","place":"","replaces_id":null,"via":"phone"}],["party",13,null,{"contact_id":1,"event_id":5,"id":13,"role":"author"}],["party",14,null,{"contact_id":6,"event_id":5,"id":14,"role":"recipient"}],["obligation",11,null,{"closed_on":null,"creditor_id":1,"debtor_id":6,"due_on":"2026-03-15","event_id":5,"hidden_until":null,"id":11,"kind":"reply","opened_on":"2026-03-12","times":1}],["attempt",1,null,{"event_id":5,"id":1,"made_on":"2026-03-12","note":"","obligation_id":11,"via":"phone"}]]','c94aba94791240ea327250755265ffdef1222d8eb252c75106a77dea0a759cca');
INSERT INTO "change" VALUES(11,'2026-11-21T22:12:00+00:00','do','netlog reach ''Dana Park'' --note ''voice mail'' --via phone','You reached out to Dana Park',NULL,10,11,'[["event",6,null,{"about":"","fee":"","happened_on":"2026-03-13","id":6,"introduction_id":null,"kind":"outreach","note":"voice mail","place":"","replaces_id":null,"via":"phone"}],["party",15,null,{"contact_id":1,"event_id":6,"id":15,"role":"author"}],["party",16,null,{"contact_id":6,"event_id":6,"id":16,"role":"recipient"}],["attempt",2,null,{"event_id":6,"id":2,"made_on":"2026-03-13","note":"","obligation_id":11,"via":"phone"}]]','7b77514e65c84fce13af2c541799a84318ed63b6beeaa8062887a8fc1da80597');
INSERT INTO "change" VALUES(12,'2026-11-21T22:12:02+00:00','do','netlog check e3 --happy --note ''very happy''','You and Lee Ode are both happy',NULL,11,12,'[["settlement",4,null,{"ending":"kept","event_id":null,"id":4,"note":"very happy","obligation_id":7,"settled_on":"2026-03-12","times":1,"via":""}],["obligation",7,{"closed_on":null,"creditor_id":1,"debtor_id":5,"due_on":"2026-03-12","event_id":3,"hidden_until":null,"id":7,"kind":"response","opened_on":"2026-03-09","times":1},{"closed_on":"2026-03-12","creditor_id":1,"debtor_id":5,"due_on":"2026-03-12","event_id":3,"hidden_until":null,"id":7,"kind":"response","opened_on":"2026-03-09","times":1}],["introduction_outcome",1,null,{"cause_id":null,"event_id":3,"id":1,"note":"very happy","noted_on":"2026-03-20","outcome":"responded","via":""}],["introduction_outcome",2,null,{"cause_id":null,"event_id":3,"id":2,"note":"very happy","noted_on":"2026-03-20","outcome":"happy","via":""}]]','6d0320fac982f8869b76b3746e5d6907e4080b6373e3274475a798f57c0fd863');
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
INSERT INTO "contact" VALUES(4,'Amy Ruiz','amy ruiz','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(5,'Lee Ode','lee ode','person',0,NULL,NULL);
INSERT INTO "contact" VALUES(6,'Dana Park','dana park','person',0,NULL,NULL);
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
INSERT INTO "event" VALUES(1,'introduction','2026-03-02','campus outreach','','met at the Łódź fair','','',NULL,NULL);
INSERT INTO "event" VALUES(2,'problem','2026-03-04','combative, would not listen','','','','',1,NULL);
INSERT INTO "event" VALUES(3,'introduction','2026-03-09','campus outreach','','','','',NULL,1);
INSERT INTO "event" VALUES(4,'meeting','2026-03-10','','','','Chamber breakfast','',NULL,NULL);
INSERT INTO "event" VALUES(5,'outreach','2026-03-12','the proposal','phone','','','',NULL,NULL);
INSERT INTO "event" VALUES(6,'outreach','2026-03-13','','phone','voice mail','','',NULL,NULL);
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
INSERT INTO "introduction_outcome" VALUES(1,3,'responded','2026-03-20','','very happy',NULL);
INSERT INTO "introduction_outcome" VALUES(2,3,'happy','2026-03-20','','very happy',NULL);
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
INSERT INTO "obligation" VALUES(1,1,'thanks',1,4,1,'2026-03-02','2026-03-04',NULL,NULL);
INSERT INTO "obligation" VALUES(2,1,'response',2,1,1,'2026-03-02','2026-03-05',NULL,NULL);
INSERT INTO "obligation" VALUES(3,1,'update',1,4,1,'2026-03-02','2026-04-01',NULL,NULL);
INSERT INTO "obligation" VALUES(4,2,'apology',4,1,1,'2026-03-04','2026-03-05',NULL,'2026-03-04');
INSERT INTO "obligation" VALUES(5,2,'replacement',4,1,1,'2026-03-04','2026-03-11',NULL,'2026-03-09');
INSERT INTO "obligation" VALUES(6,3,'thanks',1,4,1,'2026-03-09','2026-03-11',NULL,NULL);
INSERT INTO "obligation" VALUES(7,3,'response',5,1,1,'2026-03-09','2026-03-12',NULL,'2026-03-12');
INSERT INTO "obligation" VALUES(8,3,'update',1,4,1,'2026-03-09','2026-04-08',NULL,NULL);
INSERT INTO "obligation" VALUES(9,4,'thanks',1,6,1,'2026-03-10','2026-03-12',NULL,'2026-03-12');
INSERT INTO "obligation" VALUES(10,4,'thanks',6,1,1,'2026-03-10','2026-03-17',NULL,NULL);
INSERT INTO "obligation" VALUES(11,5,'reply',6,1,1,'2026-03-12','2026-03-15',NULL,NULL);
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
INSERT INTO "party" VALUES(1,1,4,'introducer');
INSERT INTO "party" VALUES(2,1,1,'client');
INSERT INTO "party" VALUES(3,1,2,'provider');
INSERT INTO "party" VALUES(4,2,2,'culprit');
INSERT INTO "party" VALUES(5,2,1,'harmed');
INSERT INTO "party" VALUES(6,3,4,'introducer');
INSERT INTO "party" VALUES(7,3,1,'client');
INSERT INTO "party" VALUES(8,3,5,'provider');
INSERT INTO "party" VALUES(9,4,1,'attendee');
INSERT INTO "party" VALUES(10,4,6,'attendee');
INSERT INTO "party" VALUES(13,5,1,'author');
INSERT INTO "party" VALUES(14,5,6,'recipient');
INSERT INTO "party" VALUES(15,6,1,'author');
INSERT INTO "party" VALUES(16,6,6,'recipient');
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
INSERT INTO "settlement" VALUES(1,4,'kept','2026-03-04',1,'','called at once',NULL);
INSERT INTO "settlement" VALUES(2,5,'kept','2026-03-09',1,'','',3);
INSERT INTO "settlement" VALUES(3,9,'kept','2026-03-12',1,'card','a hand-written one',NULL);
INSERT INTO "settlement" VALUES(4,7,'kept','2026-03-12',1,'','very happy',NULL);
CREATE INDEX contact_organisation ON contact (organisation_id);
CREATE INDEX event_introduction ON event (introduction_id) WHERE introduction_id NOTNULL;
CREATE INDEX change_parent ON change (parent_id) WHERE kind = 'do';
CREATE UNIQUE INDEX detail_contact ON detail (contact_id, kind, "key");
CREATE INDEX detail_key ON detail (kind, "key");
CREATE INDEX party_contact ON party (contact_id, role);
CREATE INDEX party_event ON party (event_id);
CREATE INDEX obligation_open ON obligation (debtor_id, creditor_id, due_on) WHERE closed_on IS NULL;
CREATE INDEX obligation_open_to ON obligation (creditor_id, due_on) WHERE closed_on IS NULL;
CREATE INDEX obligation_event ON obligation (event_id);
CREATE INDEX obligation_debtor ON obligation (debtor_id);
CREATE UNIQUE INDEX outcome_event ON introduction_outcome (event_id, outcome);
CREATE INDEX settlement_obligation ON settlement (obligation_id);
CREATE INDEX attempt_obligation ON attempt (obligation_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('contact',6);
INSERT INTO "sqlite_sequence" VALUES('detail',2);
INSERT INTO "sqlite_sequence" VALUES('change',12);
INSERT INTO "sqlite_sequence" VALUES('event',6);
INSERT INTO "sqlite_sequence" VALUES('party',16);
INSERT INTO "sqlite_sequence" VALUES('obligation',11);
INSERT INTO "sqlite_sequence" VALUES('settlement',4);
INSERT INTO "sqlite_sequence" VALUES('attempt',2);
INSERT INTO "sqlite_sequence" VALUES('introduction_outcome',2);
COMMIT;
PRAGMA application_id = 1852142700;
PRAGMA user_version = 1;

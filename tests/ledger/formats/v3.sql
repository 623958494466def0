BEGIN TRANSACTION;
CREATE TABLE acknowledgement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	author_id INTEGER NOT NULL, 
	recipient_id INTEGER NOT NULL, 
	item_id INTEGER, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	told INTEGER NOT NULL, 
	placed INTEGER, 
	origin INTEGER NOT NULL, 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'apology')), 
	CONSTRAINT said_on_is_a_day CHECK (said_on IS date(said_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	CONSTRAINT nobody_thanks_themselves CHECK (author_id <> recipient_id), 
	FOREIGN KEY(author_id) REFERENCES contact (id), 
	FOREIGN KEY(recipient_id) REFERENCES contact (id), 
	FOREIGN KEY(item_id) REFERENCES number (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "acknowledgement" VALUES(1,'thanks','2026-01-06',1,2,NULL,'card','',1795893557242564,NULL,1);
INSERT INTO "acknowledgement" VALUES(2,'apology','2026-01-09',6,1,NULL,'','',1795893578682638,NULL,1);
CREATE TABLE attempt (
	obligation_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	made_on TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	event_id INTEGER, 
	statement_id INTEGER, 
	moment INTEGER NOT NULL, 
	PRIMARY KEY (obligation_id, ordinal), 
	CONSTRAINT made_on_is_a_day CHECK (made_on IS date(made_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(obligation_id) REFERENCES obligation (id), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(statement_id) REFERENCES statement (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "attempt" VALUES(8,1,'2026-01-13','','',NULL,1,1795893586611131);
INSERT INTO "attempt" VALUES(19,1,'2026-01-20','phone','',7,NULL,1795893600814333);
INSERT INTO "attempt" VALUES(19,2,'2026-01-22','email','',8,NULL,1795893605698602);
INSERT INTO "attempt" VALUES(22,1,'2026-01-26','','',11,NULL,1795893627169723);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	made_at INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	command TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	target_id INTEGER, 
	parent_id INTEGER, 
	top_id INTEGER, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_is_known CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT no_nul CHECK (instr(command, char(0)) = 0 AND instr(summary, char(0)) = 0), 
	FOREIGN KEY(target_id) REFERENCES change (id), 
	FOREIGN KEY(parent_id) REFERENCES change (id), 
	FOREIGN KEY(top_id) REFERENCES change (id)
)
 STRICT

;
INSERT INTO "change" VALUES(1,1795893547677602,'do','netlog person ''Dana Park'' --org Chamber --skill law --email dana@example.com --new -q','Added Dana Park: at Chamber; skills law; e-mail dana@example.com',NULL,NULL,1,X'B5D1D84203430134A7833B729BBA5B46');
INSERT INTO "change" VALUES(2,1795893551984282,'do','netlog meet ''Dana Park'' Sam --at Chamber --note ''a good talk'' -q','You met Dana Park and Sam',NULL,1,2,X'ADBDF11536CF05FC1B920CB1872D13AF');
INSERT INTO "change" VALUES(3,1795893557242580,'do','netlog thank ''Dana Park'' --via card -q','You thanked Dana Park',NULL,2,3,X'C092BAC599274148F292CE469B8E4DC0');
INSERT INTO "change" VALUES(4,1795893562960253,'do','netlog intro ''Dana Park'' ''Acme HR'' --for handbook --via email -q','You introduced Dana Park to Acme HR for "handbook"',NULL,3,4,X'C05F20BE5B167F5132FAEBDDE2F9752B');
INSERT INTO "change" VALUES(5,1795893568597631,'do','netlog intro me ''Jo Young'' --by Amy --for outreach -q','Amy introduced you to Jo Young for "outreach"',NULL,4,5,X'C6E7B47C850423DFEBDB4BE83BB8320D');
INSERT INTO "change" VALUES(6,1795893574101867,'do','netlog problem e3 combative --with ''Jo Young'' -q','A problem with Jo Young: "combative"',NULL,5,6,X'3015ED4CDDFD0F3D55E35DC8B25B9B4F');
INSERT INTO "change" VALUES(7,1795893578682654,'do','netlog apologize me --by Amy -q','Amy apologised to you',NULL,6,7,X'472E72BAE23DE9236C0C93B9893D9FBB');
INSERT INTO "change" VALUES(8,1795893582480995,'do','netlog intro me ''Lee Ode'' --by Amy --for outreach --replaces e3 -q','Amy introduced you to Lee Ode for "outreach"',NULL,7,8,X'FAE959ECC0C7714C25CBF6A5B3248F7B');
INSERT INTO "change" VALUES(9,1795893586611147,'do','netlog check e2 --silent -q','Asked Dana Park: nothing from Acme HR yet',NULL,8,9,X'EE2575C6BF9C6E9418AA6ED5110A78A1');
INSERT INTO "change" VALUES(10,1795893590874385,'do','netlog check e2 --responded --on 2026-01-15 -q','Acme HR answered Dana Park',NULL,9,10,X'042204004D6F408AA3D68B6DDDFE663D');
INSERT INTO "change" VALUES(11,1795893596079091,'do','netlog promise ''two referrals'' --by ''Dana Park'' --times 2 --due 2026-01-30 -q','Dana Park promised you "two referrals"',NULL,10,11,X'5DAE729EA44AE4AD3B85729D994A96C2');
INSERT INTO "change" VALUES(12,1795893600814349,'do','netlog reach Sam --via phone --about prices -q','You reached out to Sam about "prices"',NULL,11,12,X'667FA1CC8C8FEA572B9CFBBA131F1662');
INSERT INTO "change" VALUES(13,1795893605698618,'do','netlog reach Sam --via email -q','You reached out to Sam',NULL,12,13,X'6218C37117B8AA4490A7B3A8FECE6B5C');
INSERT INTO "change" VALUES(14,1795893610726426,'do','netlog reach me --by Sam -q','Sam reached out to you',NULL,13,14,X'488D1452A193E79AF7E6D85FF763579D');
INSERT INTO "change" VALUES(15,1795893616229434,'do','netlog person Sam --every 3w -q','Sam: in touch every 3 weeks',NULL,14,15,X'A3BB1C673A1EC8716DAA3A6E3B14AFD7');
INSERT INTO "change" VALUES(16,1795893621699440,'do','netlog intro ''Prospect One'' me --by ''Lead Co'' --for leads --fee 75 -q','Lead Co introduced Prospect One to you for "leads"',NULL,15,16,X'20AF6A4AFEC9331811DF195D32AD862B');
INSERT INTO "change" VALUES(17,1795893627169739,'do','netlog reach ''Prospect One'' -q','You reached out to Prospect One',NULL,16,17,X'75DEECA82EB8411FC7F5DC10CDFCC446');
INSERT INTO "change" VALUES(18,1795893639998912,'do','netlog done 16 --times 1 -q','Lee Ode answered you',NULL,17,18,X'492E00D57EEEDE4D2164A38076A11F4A');
INSERT INTO "change" VALUES(19,1795893644675532,'do','netlog meet Kim --on 2026-01-02 --no-due -q','You met Kim',NULL,18,19,X'3EA3F514B06AF2D294C0D88DCF7259DD');
INSERT INTO "change" VALUES(20,1795893652009872,'do','netlog meet Zed Kay Moe Flo Sue -q','You met Zed, Kay, Moe, Flo and Sue',NULL,19,20,X'7FD99792EBCAF01B071FBA4874A38F96');
INSERT INTO "change" VALUES(21,1795893657487553,'do','netlog edit e1 --at ''Chamber of trade'' -q','Changed e1: You met Dana Park and Sam · at Chamber of trade',NULL,20,21,X'ADB41F03DB9A01F5248D6B86CF416B8E');
INSERT INTO "change" VALUES(22,1795893662770320,'do','netlog meet ''Dana Parker'' --new -q','You met Dana Parker',NULL,21,22,X'D1CB9671D95747D6AFE4E5CAA326ECF6');
INSERT INTO "change" VALUES(23,1795893667456186,'do','netlog merge ''Dana Park'' ''Dana Parker'' -q','Dana Parker is Dana Park now',NULL,22,23,X'3775B6C34E1C51899E22725C1A446B98');
INSERT INTO "change" VALUES(24,1795893671983508,'do','netlog meet Bob --on 2026-01-09 -q','You met Bob',NULL,23,24,X'B96501BFCD777049C602934D795E650A');
INSERT INTO "change" VALUES(25,1795893677265108,'do','netlog delete e14 -q','Deleted e14: You met Dana Park',NULL,24,25,X'E675010A0D6A5B0DEA3910A969B1EE0D');
INSERT INTO "change" VALUES(26,1795893682763131,'undo','undo','Deleted e14: You met Dana Park',25,NULL,24,X'74A640A83952EF844B5DE3E60021FFB6');
INSERT INTO "change" VALUES(27,1795893701879577,'do','netlog snooze 17 --until 2026-03-10','Snoozed until Tue 10 Mar: you owe Amy word on how it went with Lee Ode',NULL,24,27,X'54BA609E6565555007E2D05B49452C59');
INSERT INTO "change" VALUES(28,1795893705987632,'do','netlog broken 18 --note never','Broken: Dana Park owed you "two referrals" (0 of 2)',NULL,27,28,X'825EA85CBEA83E1A7AB4E223BD376DA2');
CREATE TABLE contact (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	is_me INTEGER NOT NULL, 
	organisation_id INTEGER, 
	CONSTRAINT kind_is_known CHECK (kind IN ('person', 'organisation')), 
	CONSTRAINT is_me_is_a_flag CHECK (is_me IN (0, 1)), 
	CONSTRAINT no_nul CHECK (instr(name, char(0)) = 0 AND instr(key, char(0)) = 0), 
	CONSTRAINT name_fits CHECK (length(name) BETWEEN 1 AND 200), 
	CONSTRAINT not_its_own_organisation CHECK (organisation_id <> id), 
	UNIQUE ("key"), 
	FOREIGN KEY(organisation_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "contact" VALUES(1,'me','me','person',1,NULL);
INSERT INTO "contact" VALUES(2,'Dana Park','dana park','person',0,3);
INSERT INTO "contact" VALUES(3,'Chamber','chamber','organisation',0,NULL);
INSERT INTO "contact" VALUES(4,'Sam','sam','person',0,NULL);
INSERT INTO "contact" VALUES(5,'Acme HR','acme hr','person',0,NULL);
INSERT INTO "contact" VALUES(6,'Amy','amy','person',0,NULL);
INSERT INTO "contact" VALUES(7,'Jo Young','jo young','person',0,NULL);
INSERT INTO "contact" VALUES(8,'Lee Ode','lee ode','person',0,NULL);
INSERT INTO "contact" VALUES(9,'Lead Co','lead co','person',0,NULL);
INSERT INTO "contact" VALUES(10,'Prospect One','prospect one','person',0,NULL);
INSERT INTO "contact" VALUES(11,'Kim','kim','person',0,NULL);
INSERT INTO "contact" VALUES(12,'Zed','zed','person',0,NULL);
INSERT INTO "contact" VALUES(13,'Kay','kay','person',0,NULL);
INSERT INTO "contact" VALUES(14,'Moe','moe','person',0,NULL);
INSERT INTO "contact" VALUES(15,'Flo','flo','person',0,NULL);
INSERT INTO "contact" VALUES(16,'Sue','sue','person',0,NULL);
INSERT INTO "contact" VALUES(18,'Bob','bob','person',0,NULL);
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
INSERT INTO "detail" VALUES(1,2,'skill','law','law');
INSERT INTO "detail" VALUES(2,2,'email','dana@example.com','dana@example.com');
INSERT INTO "detail" VALUES(3,2,'alias','Dana Parker','dana parker');
CREATE TABLE event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	about TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	place TEXT NOT NULL, 
	fee TEXT NOT NULL, 
	due_on TEXT, 
	times INTEGER NOT NULL, 
	introduction_id INTEGER, 
	replaces_id INTEGER, 
	no_due INTEGER NOT NULL, 
	expect_reply INTEGER NOT NULL, 
	terms_id INTEGER NOT NULL, 
	told INTEGER NOT NULL, 
	placed INTEGER, 
	origin INTEGER NOT NULL, 
	CONSTRAINT kind_is_known CHECK (kind IN ('meeting', 'introduction', 'promise', 'outreach', 'problem')), 
	CONSTRAINT happened_on_is_a_day CHECK (happened_on IS date(happened_on, '+0 days')), 
	CONSTRAINT due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')), 
	CONSTRAINT no_due_is_a_flag CHECK (no_due IN (0, 1)), 
	CONSTRAINT expect_reply_is_a_flag CHECK (expect_reply IN (0, 1)), 
	CONSTRAINT no_nul CHECK (instr(about, char(0)) = 0 AND instr(via, char(0)) = 0 AND instr(note, char(0)) = 0 AND instr(place, char(0)) = 0 AND instr(fee, char(0)) = 0), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT due_after_it_was_said CHECK (due_on >= happened_on), 
	CONSTRAINT problem_of CHECK ((kind = 'problem') = (introduction_id IS NOT NULL)), 
	FOREIGN KEY(introduction_id) REFERENCES event (id), 
	FOREIGN KEY(replaces_id) REFERENCES event (id), 
	FOREIGN KEY(terms_id) REFERENCES terms (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "event" VALUES(1,'meeting','2026-01-05','','','a good talk','Chamber of trade','',NULL,1,NULL,NULL,0,0,1,1795893551984266,NULL,1);
INSERT INTO "event" VALUES(2,'introduction','2026-01-07','handbook','email','','','',NULL,1,NULL,NULL,0,0,1,1795893562960237,NULL,1);
INSERT INTO "event" VALUES(3,'introduction','2026-01-08','outreach','','','','',NULL,1,NULL,NULL,0,0,1,1795893568597615,NULL,1);
INSERT INTO "event" VALUES(4,'problem','2026-01-09','combative','','','','',NULL,1,3,NULL,0,0,1,1795893574101851,NULL,1);
INSERT INTO "event" VALUES(5,'introduction','2026-01-12','outreach','','','','',NULL,1,NULL,3,0,0,1,1795893582480979,NULL,1);
INSERT INTO "event" VALUES(6,'promise','2026-01-16','two referrals','','','','','2026-01-30',2,NULL,NULL,0,0,1,1795893596079075,NULL,1);
INSERT INTO "event" VALUES(7,'outreach','2026-01-20','prices','phone','','','',NULL,1,NULL,NULL,0,0,1,1795893600814333,NULL,1);
INSERT INTO "event" VALUES(8,'outreach','2026-01-22','','email','','','',NULL,1,NULL,NULL,0,0,1,1795893605698602,NULL,1);
INSERT INTO "event" VALUES(9,'outreach','2026-01-23','','','','','',NULL,1,NULL,NULL,0,0,1,1795893610726410,NULL,1);
INSERT INTO "event" VALUES(10,'introduction','2026-01-25','leads','','','','75',NULL,1,NULL,NULL,0,0,1,1795893621699424,NULL,1);
INSERT INTO "event" VALUES(11,'outreach','2026-01-26','','','','','',NULL,1,NULL,NULL,0,0,1,1795893627169723,NULL,1);
INSERT INTO "event" VALUES(12,'meeting','2026-01-02','','','','','',NULL,1,NULL,NULL,1,0,1,1795893644675516,NULL,1);
INSERT INTO "event" VALUES(13,'meeting','2026-02-03','','','','','',NULL,1,NULL,NULL,0,0,2,1795893652009856,NULL,1);
INSERT INTO "event" VALUES(14,'meeting','2026-02-05','','','','','',NULL,1,NULL,NULL,0,0,2,1795893662770304,NULL,1);
INSERT INTO "event" VALUES(15,'meeting','2026-01-09','','','','','',NULL,1,NULL,NULL,0,0,2,1795893671983492,NULL,1);
CREATE TABLE former_party (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT role_is_known CHECK (role IN ('attendee', 'introducer', 'client', 'provider', 'promiser', 'promisee', 'author', 'recipient', 'culprit', 'harmed')), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(contact_id) REFERENCES contact (id)
)
 STRICT

;
CREATE TABLE interval (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	contact_id INTEGER NOT NULL, 
	since_on TEXT NOT NULL, 
	days INTEGER, 
	said TEXT NOT NULL, 
	told INTEGER NOT NULL, 
	origin INTEGER NOT NULL, 
	CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(said, char(0)) = 0), 
	CONSTRAINT days_fit CHECK (days BETWEEN 1 AND 3650), 
	FOREIGN KEY(contact_id) REFERENCES contact (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "interval" VALUES(1,4,'2026-01-24',21,'3w',1795893616229418,1);
CREATE TABLE introduction_outcome (
	event_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	noted_on TEXT NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	cause_id INTEGER, 
	statement_id INTEGER, 
	PRIMARY KEY (event_id, outcome), 
	CONSTRAINT outcome_is_known CHECK (outcome IN ('responded', 'happy')), 
	CONSTRAINT noted_on_is_a_day CHECK (noted_on IS date(noted_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(cause_id) REFERENCES event (id), 
	FOREIGN KEY(statement_id) REFERENCES statement (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "introduction_outcome" VALUES(2,'responded','2026-01-15','','',NULL,2);
INSERT INTO "introduction_outcome" VALUES(5,'responded','2026-01-30','','',NULL,3);
CREATE TABLE number (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	event_id INTEGER NOT NULL, 
	debtor_place INTEGER NOT NULL, 
	creditor_place INTEGER NOT NULL, 
	statement_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'response', 'check-response', 'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement', 'touch'))
)
 STRICT

;
INSERT INTO "number" VALUES(1,'thanks',1,1,2,NULL);
INSERT INTO "number" VALUES(2,'thanks',1,2,1,NULL);
INSERT INTO "number" VALUES(3,'thanks',1,1,3,NULL);
INSERT INTO "number" VALUES(4,'thanks',1,3,1,NULL);
INSERT INTO "number" VALUES(5,'thanks',2,5,4,NULL);
INSERT INTO "number" VALUES(6,'thanks',2,6,4,NULL);
INSERT INTO "number" VALUES(7,'response',2,6,5,NULL);
INSERT INTO "number" VALUES(8,'check-response',2,4,5,NULL);
INSERT INTO "number" VALUES(9,'check-outcome',2,4,5,NULL);
INSERT INTO "number" VALUES(10,'thanks',3,8,7,NULL);
INSERT INTO "number" VALUES(11,'response',3,9,8,NULL);
INSERT INTO "number" VALUES(12,'update',3,8,7,NULL);
INSERT INTO "number" VALUES(13,'apology',4,7,11,NULL);
INSERT INTO "number" VALUES(14,'replacement',4,7,11,NULL);
INSERT INTO "number" VALUES(15,'thanks',5,13,12,NULL);
INSERT INTO "number" VALUES(16,'response',5,14,13,NULL);
INSERT INTO "number" VALUES(17,'update',5,13,12,NULL);
INSERT INTO "number" VALUES(18,'promise',6,15,16,NULL);
INSERT INTO "number" VALUES(19,'reply',7,18,17,NULL);
INSERT INTO "number" VALUES(20,'touch',9,22,21,NULL);
INSERT INTO "number" VALUES(21,'response',10,25,24,NULL);
INSERT INTO "number" VALUES(22,'reply',11,27,26,NULL);
INSERT INTO "number" VALUES(23,'thanks',13,30,31,NULL);
INSERT INTO "number" VALUES(24,'thanks',13,30,32,NULL);
INSERT INTO "number" VALUES(25,'thanks',13,30,33,NULL);
INSERT INTO "number" VALUES(26,'thanks',13,30,34,NULL);
INSERT INTO "number" VALUES(27,'thanks',13,30,35,NULL);
INSERT INTO "number" VALUES(28,'thanks',14,36,37,NULL);
INSERT INTO "number" VALUES(29,'thanks',15,38,39,NULL);
CREATE TABLE obligation (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	debtor_id INTEGER NOT NULL, 
	creditor_id INTEGER NOT NULL, 
	times INTEGER NOT NULL, 
	opened_on TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	hidden_until TEXT, 
	closed_on TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'response', 'check-response', 'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement', 'touch')), 
	CONSTRAINT opened_on_is_a_day CHECK (opened_on IS date(opened_on, '+0 days')), 
	CONSTRAINT due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')), 
	CONSTRAINT hidden_until_is_a_day CHECK (hidden_until IS date(hidden_until, '+0 days')), 
	CONSTRAINT closed_on_is_a_day CHECK (closed_on IS date(closed_on, '+0 days')), 
	CONSTRAINT nobody_owes_themselves CHECK (debtor_id <> creditor_id), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT due_after_opened CHECK (due_on >= opened_on), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(debtor_id) REFERENCES contact (id), 
	FOREIGN KEY(creditor_id) REFERENCES contact (id)
)
 STRICT

;
INSERT INTO "obligation" VALUES(1,1,'thanks',1,2,1,'2026-01-05','2026-01-07',NULL,'2026-01-06');
INSERT INTO "obligation" VALUES(2,1,'thanks',2,1,1,'2026-01-05','2026-01-12',NULL,NULL);
INSERT INTO "obligation" VALUES(3,1,'thanks',1,4,1,'2026-01-05','2026-01-07',NULL,NULL);
INSERT INTO "obligation" VALUES(4,1,'thanks',4,1,1,'2026-01-05','2026-01-12',NULL,NULL);
INSERT INTO "obligation" VALUES(5,2,'thanks',2,1,1,'2026-01-07','2026-01-14',NULL,NULL);
INSERT INTO "obligation" VALUES(6,2,'thanks',5,1,1,'2026-01-07','2026-01-14',NULL,NULL);
INSERT INTO "obligation" VALUES(7,2,'response',5,2,1,'2026-01-07','2026-01-10',NULL,'2026-01-15');
INSERT INTO "obligation" VALUES(8,2,'check-response',1,2,1,'2026-01-07','2026-01-11','2026-01-16','2026-01-16');
INSERT INTO "obligation" VALUES(9,2,'check-outcome',1,2,1,'2026-01-07','2026-02-06',NULL,NULL);
INSERT INTO "obligation" VALUES(10,3,'thanks',1,6,1,'2026-01-08','2026-01-10',NULL,NULL);
INSERT INTO "obligation" VALUES(11,3,'response',7,1,1,'2026-01-08','2026-01-11',NULL,NULL);
INSERT INTO "obligation" VALUES(12,3,'update',1,6,1,'2026-01-08','2026-02-07',NULL,NULL);
INSERT INTO "obligation" VALUES(13,4,'apology',6,1,1,'2026-01-09','2026-01-10',NULL,'2026-01-09');
INSERT INTO "obligation" VALUES(14,4,'replacement',6,1,1,'2026-01-09','2026-01-16',NULL,'2026-01-12');
INSERT INTO "obligation" VALUES(15,5,'thanks',1,6,1,'2026-01-12','2026-01-14',NULL,NULL);
INSERT INTO "obligation" VALUES(16,5,'response',8,1,1,'2026-01-12','2026-01-15',NULL,'2026-01-30');
INSERT INTO "obligation" VALUES(17,5,'update',1,6,1,'2026-01-12','2026-02-11','2026-03-10',NULL);
INSERT INTO "obligation" VALUES(18,6,'promise',2,1,2,'2026-01-16','2026-01-30',NULL,'2026-02-08');
INSERT INTO "obligation" VALUES(19,7,'reply',4,1,1,'2026-01-20','2026-01-23',NULL,'2026-01-23');
INSERT INTO "obligation" VALUES(20,9,'touch',1,4,1,'2026-01-23','2026-02-13',NULL,NULL);
INSERT INTO "obligation" VALUES(21,10,'response',1,10,1,'2026-01-25','2026-01-28',NULL,'2026-01-26');
INSERT INTO "obligation" VALUES(22,11,'reply',10,1,1,'2026-01-26','2026-01-29',NULL,NULL);
INSERT INTO "obligation" VALUES(23,13,'thanks',1,12,1,'2026-02-03','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(24,13,'thanks',1,13,1,'2026-02-03','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(25,13,'thanks',1,14,1,'2026-02-03','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(26,13,'thanks',1,15,1,'2026-02-03','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(27,13,'thanks',1,16,1,'2026-02-03','2026-02-05',NULL,NULL);
INSERT INTO "obligation" VALUES(28,14,'thanks',1,2,1,'2026-02-05','2026-02-07',NULL,NULL);
INSERT INTO "obligation" VALUES(29,15,'thanks',1,18,1,'2026-01-09','2026-01-11',NULL,NULL);
CREATE TABLE operations (
	id INTEGER NOT NULL, 
	rows TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "operations" VALUES(1048576,'[["contact",3,[[2,"Dana Park","dana park"]]],["contact",7,[[3,"Chamber","chamber","organisation"]]],["contact",2,{"organisation_id":null},{"organisation_id":3}],["detail",15,[[1,2,"skill","law","law"],[2,2,"email","dana@example.com","dana@example.com"]]]]');
INSERT INTO "operations" VALUES(2097152,'[["contact",3,[[4,"Sam","sam"]]],["terms",1,[[1,"{\"apology\":1,\"ask_again\":3,\"check_outcome\":30,\"check_response\":4,\"promise\":7,\"replacement\":7,\"reply\":3,\"reply_mine\":2,\"response\":3,\"thanks\":7,\"thanks_mine\":2,\"update\":30}"]]],["event",16435,[[1,"meeting","2026-01-05","a good talk","Chamber",1795893551984266]]],["party",7,[[1,1,1,"attendee"],[2,1,2,"attendee"],[3,1,4,"attendee"]]],["number",15,[[1,"thanks",1,1,2],[2,"thanks",1,2,1],[3,"thanks",1,1,3],[4,"thanks",1,3,1]]]]');
INSERT INTO "operations" VALUES(3145728,'[["acknowledgement",175,[[1,"thanks","2026-01-06",1,2,"card",1795893557242564]]]]');
INSERT INTO "operations" VALUES(4194304,'[["contact",3,[[5,"Acme HR","acme hr"]]],["event",16399,[[2,"introduction","2026-01-07","handbook","email",1795893562960237]]],["party",7,[[4,2,1,"introducer"],[5,2,2,"client"],[6,2,5,"provider"]]],["number",15,[[5,"thanks",2,5,4],[6,"thanks",2,6,4],[7,"response",2,6,5],[8,"check-response",2,4,5],[9,"check-outcome",2,4,5]]]]');
INSERT INTO "operations" VALUES(5242880,'[["contact",3,[[6,"Amy","amy"],[7,"Jo Young","jo young"]]],["event",16391,[[3,"introduction","2026-01-08","outreach",1795893568597615]]],["party",7,[[7,3,6,"introducer"],[8,3,1,"client"],[9,3,7,"provider"]]],["number",15,[[10,"thanks",3,8,7],[11,"response",3,9,8],[12,"update",3,8,7]]]]');
INSERT INTO "operations" VALUES(6291456,'[["event",16903,[[4,"problem","2026-01-09","combative",3,1795893574101851]]],["party",7,[[10,4,7,"culprit"],[11,4,1,"harmed"]]],["number",15,[[13,"apology",4,7,11],[14,"replacement",4,7,11]]]]');
INSERT INTO "operations" VALUES(7340032,'[["acknowledgement",143,[[2,"apology","2026-01-09",6,1,1795893578682638]]]]');
INSERT INTO "operations" VALUES(8388608,'[["contact",3,[[8,"Lee Ode","lee ode"]]],["event",17415,[[5,"introduction","2026-01-12","outreach",3,1795893582480979]]],["party",7,[[12,5,6,"introducer"],[13,5,1,"client"],[14,5,8,"provider"]]],["number",15,[[15,"thanks",5,13,12],[16,"response",5,14,13],[17,"update",5,13,12]]]]');
INSERT INTO "operations" VALUES(9437184,'[["statement",3211,[[1,"silent","2026-01-13",2,"2026-01-13",1,1795893586611131]]]]');
INSERT INTO "operations" VALUES(10485760,'[["statement",3211,[[2,"responded","2026-01-15",2,"2026-01-16",1,1795893590874369]]]]');
INSERT INTO "operations" VALUES(11534336,'[["event",16775,[[6,"promise","2026-01-16","two referrals","2026-01-30",2,1795893596079075]]],["party",7,[[15,6,2,"promiser"],[16,6,1,"promisee"]]],["number",15,[[18,"promise",6,15,16]]]]');
INSERT INTO "operations" VALUES(12582912,'[["event",16399,[[7,"outreach","2026-01-20","prices","phone",1795893600814333]]],["party",7,[[17,7,1,"author"],[18,7,4,"recipient"]]],["number",15,[[19,"reply",7,18,17]]]]');
INSERT INTO "operations" VALUES(13631488,'[["event",16395,[[8,"outreach","2026-01-22","email",1795893605698602]]],["party",7,[[19,8,1,"author"],[20,8,4,"recipient"]]]]');
INSERT INTO "operations" VALUES(14680064,'[["event",16387,[[9,"outreach","2026-01-23",1795893610726410]]],["party",7,[[21,9,4,"author"],[22,9,1,"recipient"]]]]');
INSERT INTO "operations" VALUES(15728640,'[["interval",31,[[1,4,"2026-01-24",21,"3w",1795893616229418]]],["number",15,[[20,"touch",9,22,21]]]]');
INSERT INTO "operations" VALUES(16777216,'[["contact",3,[[9,"Lead Co","lead co"],[10,"Prospect One","prospect one"]]],["event",16455,[[10,"introduction","2026-01-25","leads","75",1795893621699424]]],["party",7,[[23,10,9,"introducer"],[24,10,10,"client"],[25,10,1,"provider"]]],["number",15,[[21,"response",10,25,24]]]]');
INSERT INTO "operations" VALUES(17825792,'[["event",16387,[[11,"outreach","2026-01-26",1795893627169723]]],["party",7,[[26,11,1,"author"],[27,11,10,"recipient"]]],["number",15,[[22,"reply",11,27,26]]]]');
INSERT INTO "operations" VALUES(18874368,'[["statement",2119,[[3,"kept","2026-01-30",16,1,1795893639998896]]]]');
INSERT INTO "operations" VALUES(19922944,'[["contact",3,[[11,"Kim","kim"]]],["event",18435,[[12,"meeting","2026-01-02",1,1795893644675516]]],["party",7,[[28,12,1,"attendee"],[29,12,11,"attendee"]]]]');
INSERT INTO "operations" VALUES(20971520,'[["contact",3,[[12,"Zed","zed"],[13,"Kay","kay"],[14,"Moe","moe"],[15,"Flo","flo"],[16,"Sue","sue"]]],["terms",1,[[2,"{\"apology\":1,\"ask_again\":3,\"check_outcome\":30,\"check_response\":4,\"promise\":7,\"replacement\":7,\"reply\":3,\"reply_mine\":2,\"response\":3,\"thanks\":\"never\",\"thanks_mine\":2,\"update\":30}"]]],["event",24579,[[13,"meeting","2026-02-03",2,1795893652009856]]],["party",7,[[30,13,1,"attendee"],[31,13,12,"attendee"],[32,13,13,"attendee"],[33,13,14,"attendee"],[34,13,15,"attendee"],[35,13,16,"attendee"]]],["number",15,[[23,"thanks",13,30,31],[24,"thanks",13,30,32],[25,"thanks",13,30,33],[26,"thanks",13,30,34],[27,"thanks",13,30,35]]]]');
INSERT INTO "operations" VALUES(22020096,'[["event",1,{"place":"Chamber"},{"place":"Chamber of trade"}]]');
INSERT INTO "operations" VALUES(23068672,'[["contact",3,[[17,"Dana Parker","dana parker"]]],["event",24579,[[14,"meeting","2026-02-05",2,1795893662770304]]],["party",7,[[36,14,1,"attendee"],[37,14,17,"attendee"]]],["number",15,[[28,"thanks",14,36,37]]]]');
INSERT INTO "operations" VALUES(24117248,'[["party",37,{"contact_id":17},{"contact_id":2}],["detail",15,[[3,2,"alias","Dana Parker","dana parker"]]],["contact",17,{"key":"dana parker","name":"Dana Parker"},null]]');
INSERT INTO "operations" VALUES(25165824,'[["contact",3,[[18,"Bob","bob"]]],["event",24579,[[15,"meeting","2026-01-09",2,1795893671983492]]],["party",7,[[38,15,1,"attendee"],[39,15,18,"attendee"]]],["number",15,[[29,"thanks",15,38,39]]]]');
INSERT INTO "operations" VALUES(26214400,'[["party",36,{"contact_id":1,"event_id":14,"role":"attendee"},null],["party",37,{"contact_id":2,"event_id":14,"role":"attendee"},null],["event",14,{"happened_on":"2026-02-05","kind":"meeting","terms_id":2,"told":1795893662770304},null]]');
INSERT INTO "operations" VALUES(27262976,'[["event",24579,[[14,"meeting","2026-02-05",2,1795893662770304]]],["party",7,[[37,14,2,"attendee"],[36,14,1,"attendee"]]]]');
INSERT INTO "operations" VALUES(28311552,'[["statement",2183,[[4,"snoozed","2026-02-08",17,"2026-03-10",1795893701879561]]]]');
INSERT INTO "operations" VALUES(29360128,'[["statement",2567,[[5,"broken","2026-02-08",18,"never",1795893705987616]]]]');
CREATE TABLE origin (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "origin" VALUES(1,'e3559b13f85aa030');
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
INSERT INTO "party" VALUES(3,1,4,'attendee');
INSERT INTO "party" VALUES(4,2,1,'introducer');
INSERT INTO "party" VALUES(5,2,2,'client');
INSERT INTO "party" VALUES(6,2,5,'provider');
INSERT INTO "party" VALUES(7,3,6,'introducer');
INSERT INTO "party" VALUES(8,3,1,'client');
INSERT INTO "party" VALUES(9,3,7,'provider');
INSERT INTO "party" VALUES(10,4,7,'culprit');
INSERT INTO "party" VALUES(11,4,1,'harmed');
INSERT INTO "party" VALUES(12,5,6,'introducer');
INSERT INTO "party" VALUES(13,5,1,'client');
INSERT INTO "party" VALUES(14,5,8,'provider');
INSERT INTO "party" VALUES(15,6,2,'promiser');
INSERT INTO "party" VALUES(16,6,1,'promisee');
INSERT INTO "party" VALUES(17,7,1,'author');
INSERT INTO "party" VALUES(18,7,4,'recipient');
INSERT INTO "party" VALUES(19,8,1,'author');
INSERT INTO "party" VALUES(20,8,4,'recipient');
INSERT INTO "party" VALUES(21,9,4,'author');
INSERT INTO "party" VALUES(22,9,1,'recipient');
INSERT INTO "party" VALUES(23,10,9,'introducer');
INSERT INTO "party" VALUES(24,10,10,'client');
INSERT INTO "party" VALUES(25,10,1,'provider');
INSERT INTO "party" VALUES(26,11,1,'author');
INSERT INTO "party" VALUES(27,11,10,'recipient');
INSERT INTO "party" VALUES(28,12,1,'attendee');
INSERT INTO "party" VALUES(29,12,11,'attendee');
INSERT INTO "party" VALUES(30,13,1,'attendee');
INSERT INTO "party" VALUES(31,13,12,'attendee');
INSERT INTO "party" VALUES(32,13,13,'attendee');
INSERT INTO "party" VALUES(33,13,14,'attendee');
INSERT INTO "party" VALUES(34,13,15,'attendee');
INSERT INTO "party" VALUES(35,13,16,'attendee');
INSERT INTO "party" VALUES(36,14,1,'attendee');
INSERT INTO "party" VALUES(37,14,2,'attendee');
INSERT INTO "party" VALUES(38,15,1,'attendee');
INSERT INTO "party" VALUES(39,15,18,'attendee');
CREATE TABLE settlement (
	obligation_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	ending TEXT NOT NULL, 
	settled_on TEXT NOT NULL, 
	times INTEGER NOT NULL, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	event_id INTEGER, 
	acknowledgement_id INTEGER, 
	statement_id INTEGER, 
	moment INTEGER NOT NULL, 
	PRIMARY KEY (obligation_id, ordinal), 
	CONSTRAINT ending_is_known CHECK (ending IN ('kept', 'broken', 'waived')), 
	CONSTRAINT settled_on_is_a_day CHECK (settled_on IS date(settled_on, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	FOREIGN KEY(obligation_id) REFERENCES obligation (id), 
	FOREIGN KEY(event_id) REFERENCES event (id), 
	FOREIGN KEY(acknowledgement_id) REFERENCES acknowledgement (id), 
	FOREIGN KEY(statement_id) REFERENCES statement (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "settlement" VALUES(1,1,'kept','2026-01-06',1,'card','',NULL,1,NULL,1795893557242564);
INSERT INTO "settlement" VALUES(7,1,'kept','2026-01-15',1,'','',NULL,NULL,2,1795893590874369);
INSERT INTO "settlement" VALUES(8,1,'kept','2026-01-16',1,'','',NULL,NULL,2,1795893590874369);
INSERT INTO "settlement" VALUES(13,1,'kept','2026-01-09',1,'','',NULL,2,NULL,1795893578682638);
INSERT INTO "settlement" VALUES(14,1,'kept','2026-01-12',1,'','',5,NULL,NULL,1795893582480979);
INSERT INTO "settlement" VALUES(16,1,'kept','2026-01-30',1,'','',NULL,NULL,3,1795893639998896);
INSERT INTO "settlement" VALUES(18,1,'broken','2026-02-08',2,'','never',NULL,NULL,5,1795893705987616);
INSERT INTO "settlement" VALUES(19,1,'kept','2026-01-23',1,'','',9,NULL,NULL,1795893610726410);
INSERT INTO "settlement" VALUES(21,1,'kept','2026-01-26',1,'','',11,NULL,NULL,1795893627169723);
CREATE TABLE statement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	item_id INTEGER, 
	event_id INTEGER, 
	acknowledgement_id INTEGER, 
	statement_id INTEGER, 
	times INTEGER, 
	day TEXT, 
	via TEXT NOT NULL, 
	note TEXT NOT NULL, 
	terms_id INTEGER, 
	told INTEGER NOT NULL, 
	origin INTEGER NOT NULL, 
	CONSTRAINT kind_is_known CHECK (kind IN ('kept', 'broken', 'waived', 'snoozed', 'responded', 'silent', 'happy', 'unsettled')), 
	CONSTRAINT said_on_is_a_day CHECK (said_on IS date(said_on, '+0 days')), 
	CONSTRAINT day_is_a_day CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0), 
	CONSTRAINT at_least_one_part CHECK (times >= 1), 
	CONSTRAINT about_something CHECK (ifnull(item_id, event_id) NOTNULL), 
	FOREIGN KEY(item_id) REFERENCES number (id), 
	FOREIGN KEY(terms_id) REFERENCES terms (id), 
	FOREIGN KEY(origin) REFERENCES origin (id)
)
 STRICT

;
INSERT INTO "statement" VALUES(1,'silent','2026-01-13',NULL,2,NULL,NULL,NULL,'2026-01-13','','',1,1795893586611131,1);
INSERT INTO "statement" VALUES(2,'responded','2026-01-15',NULL,2,NULL,NULL,NULL,'2026-01-16','','',1,1795893590874369,1);
INSERT INTO "statement" VALUES(3,'kept','2026-01-30',16,NULL,NULL,NULL,1,NULL,'','',NULL,1795893639998896,1);
INSERT INTO "statement" VALUES(4,'snoozed','2026-02-08',17,NULL,NULL,NULL,NULL,'2026-03-10','','',NULL,1795893701879561,1);
INSERT INTO "statement" VALUES(5,'broken','2026-02-08',18,NULL,NULL,NULL,NULL,NULL,'','never',NULL,1795893705987616,1);
CREATE TABLE terms (
	id INTEGER NOT NULL, 
	days TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "terms" VALUES(1,'{"apology":1,"ask_again":3,"check_outcome":30,"check_response":4,"promise":7,"replacement":7,"reply":3,"reply_mine":2,"response":3,"thanks":7,"thanks_mine":2,"update":30}');
INSERT INTO "terms" VALUES(2,'{"apology":1,"ask_again":3,"check_outcome":30,"check_response":4,"promise":7,"replacement":7,"reply":3,"reply_mine":2,"response":3,"thanks":"never","thanks_mine":2,"update":30}');
CREATE TABLE word (
	word TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	PRIMARY KEY (word, source, row_id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "word" VALUES('a','event',1);
INSERT INTO "word" VALUES('acme','contact',5);
INSERT INTO "word" VALUES('amy','contact',6);
INSERT INTO "word" VALUES('bob','contact',18);
INSERT INTO "word" VALUES('chamber','contact',3);
INSERT INTO "word" VALUES('chamber','event',1);
INSERT INTO "word" VALUES('co','contact',9);
INSERT INTO "word" VALUES('com','detail',2);
INSERT INTO "word" VALUES('combative','event',4);
INSERT INTO "word" VALUES('dana','contact',2);
INSERT INTO "word" VALUES('dana','detail',2);
INSERT INTO "word" VALUES('dana','detail',3);
INSERT INTO "word" VALUES('example','detail',2);
INSERT INTO "word" VALUES('flo','contact',15);
INSERT INTO "word" VALUES('good','event',1);
INSERT INTO "word" VALUES('handbook','event',2);
INSERT INTO "word" VALUES('hr','contact',5);
INSERT INTO "word" VALUES('jo','contact',7);
INSERT INTO "word" VALUES('kay','contact',13);
INSERT INTO "word" VALUES('kim','contact',11);
INSERT INTO "word" VALUES('law','detail',1);
INSERT INTO "word" VALUES('lead','contact',9);
INSERT INTO "word" VALUES('leads','event',10);
INSERT INTO "word" VALUES('lee','contact',8);
INSERT INTO "word" VALUES('moe','contact',14);
INSERT INTO "word" VALUES('never','statement',5);
INSERT INTO "word" VALUES('ode','contact',8);
INSERT INTO "word" VALUES('of','event',1);
INSERT INTO "word" VALUES('one','contact',10);
INSERT INTO "word" VALUES('outreach','event',3);
INSERT INTO "word" VALUES('outreach','event',5);
INSERT INTO "word" VALUES('park','contact',2);
INSERT INTO "word" VALUES('parker','detail',3);
INSERT INTO "word" VALUES('prices','event',7);
INSERT INTO "word" VALUES('prospect','contact',10);
INSERT INTO "word" VALUES('referrals','event',6);
INSERT INTO "word" VALUES('sam','contact',4);
INSERT INTO "word" VALUES('sue','contact',16);
INSERT INTO "word" VALUES('talk','event',1);
INSERT INTO "word" VALUES('trade','event',1);
INSERT INTO "word" VALUES('two','event',6);
INSERT INTO "word" VALUES('young','contact',7);
INSERT INTO "word" VALUES('zed','contact',12);
CREATE INDEX contact_organisation ON contact (organisation_id);
CREATE INDEX number_event ON number (event_id);
CREATE INDEX acknowledgement_author ON acknowledgement (author_id);
CREATE INDEX acknowledgement_recipient ON acknowledgement (recipient_id);
CREATE UNIQUE INDEX detail_contact ON detail (contact_id, kind, "key");
CREATE INDEX detail_key ON detail (kind, "key");
CREATE INDEX event_introduction ON event (introduction_id) WHERE introduction_id NOTNULL;
CREATE INDEX event_replaces ON event (replaces_id) WHERE replaces_id NOTNULL;
CREATE INDEX statement_event ON statement (event_id) WHERE event_id NOTNULL;
CREATE INDEX statement_item ON statement (item_id) WHERE item_id NOTNULL;
CREATE INDEX outcome_cause ON introduction_outcome (cause_id) WHERE cause_id NOTNULL;
CREATE INDEX obligation_debtor ON obligation (debtor_id);
CREATE INDEX obligation_event ON obligation (event_id);
CREATE INDEX obligation_open ON obligation (debtor_id, creditor_id) WHERE closed_on IS NULL;
CREATE INDEX obligation_open_to ON obligation (creditor_id) WHERE closed_on IS NULL;
CREATE INDEX party_contact ON party (contact_id, role);
CREATE INDEX party_event ON party (event_id);
CREATE INDEX attempt_event ON attempt (event_id) WHERE event_id NOTNULL;
CREATE INDEX settlement_event ON settlement (event_id) WHERE event_id NOTNULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('contact',18);
INSERT INTO "sqlite_sequence" VALUES('detail',3);
INSERT INTO "sqlite_sequence" VALUES('event',15);
INSERT INTO "sqlite_sequence" VALUES('party',39);
INSERT INTO "sqlite_sequence" VALUES('acknowledgement',2);
INSERT INTO "sqlite_sequence" VALUES('statement',5);
INSERT INTO "sqlite_sequence" VALUES('interval',1);
COMMIT;
PRAGMA application_id = 1852142700;
PRAGMA user_version = 3;

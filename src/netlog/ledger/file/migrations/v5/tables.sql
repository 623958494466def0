-- The tables of format 5, as they are when it begins; later formats leave this as it is.

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
) STRICT;
CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_me INTEGER NOT NULL,
    organisation_id INTEGER,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('person', 'organisation')),
    CONSTRAINT is_me_is_a_flag CHECK (is_me IN (0, 1)),
    CONSTRAINT no_nul CHECK (instr(name, char(0)) = 0 AND instr(key, char(0)) = 0),
    CONSTRAINT name_fits CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT not_its_own_organisation CHECK (organisation_id <> id),
    UNIQUE ("key"),
    FOREIGN KEY(organisation_id) REFERENCES contact (id)
) STRICT;
CREATE INDEX contact_organisation ON contact (organisation_id);
CREATE TABLE number (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    debtor_place INTEGER NOT NULL,
    creditor_place INTEGER NOT NULL,
    statement_id INTEGER,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'response', 'check-response',
        'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement', 'touch'))
) STRICT;
CREATE INDEX number_event ON number (event_id);
CREATE TABLE operations (
    id INTEGER NOT NULL,
    rows TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;
CREATE TABLE origin (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
) STRICT;
CREATE TABLE terms (
    id INTEGER NOT NULL,
    days TEXT NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
) STRICT;
CREATE TABLE word (
    word TEXT NOT NULL,
    source TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    PRIMARY KEY (word, source, row_id)
) WITHOUT ROWID, STRICT;
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
    event_id INTEGER,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'apology')),
    CONSTRAINT said_on_is_a_day CHECK (said_on IS date(said_on, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0),
    CONSTRAINT nobody_thanks_themselves CHECK (author_id <> recipient_id),
    CONSTRAINT for_an_item_or_an_event CHECK (item_id IS NULL OR event_id IS NULL),
    FOREIGN KEY(author_id) REFERENCES contact (id),
    FOREIGN KEY(recipient_id) REFERENCES contact (id),
    FOREIGN KEY(item_id) REFERENCES number (id),
    FOREIGN KEY(origin) REFERENCES origin (id)
) STRICT;
CREATE INDEX acknowledgement_author ON acknowledgement (author_id);
CREATE INDEX acknowledgement_day ON acknowledgement (said_on);
CREATE INDEX acknowledgement_recipient ON acknowledgement (recipient_id);
CREATE TABLE archival (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL,
    since_on TEXT NOT NULL,
    is_over INTEGER NOT NULL,
    told INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')),
    CONSTRAINT is_over_is_a_flag CHECK (is_over IN (0, 1)),
    FOREIGN KEY(contact_id) REFERENCES contact (id),
    FOREIGN KEY(origin) REFERENCES origin (id)
) STRICT;
CREATE INDEX archival_contact ON archival (contact_id);
CREATE TABLE archived (
    contact_id INTEGER NOT NULL,
    since_on TEXT NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (contact_id),
    CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')),
    FOREIGN KEY(contact_id) REFERENCES contact (id)
) WITHOUT ROWID, STRICT;
CREATE TABLE detail (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    "key" TEXT NOT NULL,
    noted_on TEXT,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('alias', 'email', 'phone', 'url', 'title', 'skill',
        'need', 'extra')),
    CONSTRAINT noted_on_is_a_day CHECK (noted_on IS date(noted_on, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(value, char(0)) = 0 AND instr(key, char(0)) = 0),
    CONSTRAINT needs_have_a_day CHECK ((kind = 'need') = (noted_on IS NOT NULL)),
    FOREIGN KEY(contact_id) REFERENCES contact (id)
) STRICT;
CREATE UNIQUE INDEX detail_contact ON detail (contact_id, kind, "key");
CREATE INDEX detail_key ON detail (kind, "key");
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
    client_first INTEGER NOT NULL,
    keeps_id INTEGER,
    source TEXT NOT NULL,
    undated INTEGER NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('meeting', 'introduction', 'promise', 'outreach',
        'problem', 'talk', 'note')),
    CONSTRAINT happened_on_is_a_day CHECK (happened_on IS date(happened_on, '+0 days')),
    CONSTRAINT due_on_is_a_day CHECK (due_on IS date(due_on, '+0 days')),
    CONSTRAINT no_due_is_a_flag CHECK (no_due IN (0, 1)),
    CONSTRAINT expect_reply_is_a_flag CHECK (expect_reply IN (0, 1)),
    CONSTRAINT client_first_is_a_flag CHECK (client_first IN (0, 1)),
    CONSTRAINT undated_is_a_flag CHECK (undated IN (0, 1)),
    CONSTRAINT no_nul CHECK (instr(about, char(0)) = 0 AND instr(via, char(0)) = 0
        AND instr(note, char(0)) = 0 AND instr(place, char(0)) = 0 AND instr(fee,
        char(0)) = 0 AND instr(source, char(0)) = 0),
    CONSTRAINT at_least_one_part CHECK (times >= 1),
    CONSTRAINT due_after_it_was_said CHECK (due_on >= happened_on),
    CONSTRAINT problem_of CHECK ((kind = 'problem') = (introduction_id IS NOT NULL)),
    FOREIGN KEY(introduction_id) REFERENCES event (id),
    FOREIGN KEY(replaces_id) REFERENCES event (id),
    FOREIGN KEY(terms_id) REFERENCES terms (id),
    FOREIGN KEY(origin) REFERENCES origin (id),
    FOREIGN KEY(keeps_id) REFERENCES number (id)
) STRICT;
CREATE INDEX event_day ON event (happened_on);
CREATE INDEX event_introduction ON event (introduction_id) WHERE introduction_id NOTNULL;
CREATE INDEX event_keeps ON event (keeps_id) WHERE keeps_id NOTNULL;
CREATE INDEX event_replaces ON event (replaces_id) WHERE replaces_id NOTNULL;
CREATE INDEX event_source ON event (source) WHERE source <> '';
CREATE TABLE interval (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL,
    since_on TEXT NOT NULL,
    days INTEGER,
    said TEXT NOT NULL,
    told INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT since_on_is_a_day CHECK (since_on IS date(since_on, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(said, char(0)) = 0),
    CONSTRAINT days_fit CHECK (days BETWEEN 1 AND 3650),
    FOREIGN KEY(contact_id) REFERENCES contact (id),
    FOREIGN KEY(origin) REFERENCES origin (id)
) STRICT;
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
    worth TEXT NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT kind_is_known CHECK (kind IN ('kept', 'broken', 'waived', 'snoozed', 'responded',
        'silent', 'happy', 'unsettled', 'worth')),
    CONSTRAINT said_on_is_a_day CHECK (said_on IS date(said_on, '+0 days')),
    CONSTRAINT day_is_a_day CHECK (day IS date(day, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0
        AND instr(worth, char(0)) = 0),
    CONSTRAINT at_least_one_part CHECK (times >= 1),
    CONSTRAINT about_something CHECK (ifnull(item_id, event_id) NOTNULL),
    CONSTRAINT worth_something CHECK ((kind = 'worth') = (worth <> '')),
    FOREIGN KEY(item_id) REFERENCES number (id),
    FOREIGN KEY(terms_id) REFERENCES terms (id),
    FOREIGN KEY(origin) REFERENCES origin (id)
) STRICT;
CREATE INDEX statement_event ON statement (event_id) WHERE event_id NOTNULL;
CREATE INDEX statement_item ON statement (item_id) WHERE item_id NOTNULL;
CREATE INDEX statement_worth ON statement (said_on) WHERE kind = 'worth';
CREATE TABLE former_party (
    id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT role_is_known CHECK (role IN ('attendee', 'introducer', 'client', 'provider',
        'promiser', 'promisee', 'author', 'recipient', 'culprit', 'harmed', 'subject')),
    FOREIGN KEY(event_id) REFERENCES event (id),
    FOREIGN KEY(contact_id) REFERENCES contact (id)
) STRICT;
CREATE TABLE introduction_outcome (
    event_id INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    via TEXT NOT NULL,
    note TEXT NOT NULL,
    cause_id INTEGER,
    statement_id INTEGER,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (event_id, outcome),
    CONSTRAINT outcome_is_known CHECK (outcome IN ('responded', 'happy')),
    CONSTRAINT noted_on_is_a_day CHECK (noted_on IS date(noted_on, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0),
    FOREIGN KEY(event_id) REFERENCES event (id),
    FOREIGN KEY(cause_id) REFERENCES event (id),
    FOREIGN KEY(statement_id) REFERENCES statement (id)
) WITHOUT ROWID, STRICT;
CREATE INDEX outcome_cause ON introduction_outcome (cause_id) WHERE cause_id NOTNULL;
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
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('thanks', 'response', 'check-response',
        'check-outcome', 'update', 'promise', 'reply', 'apology', 'replacement', 'touch')),
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
) STRICT;
CREATE INDEX obligation_debtor ON obligation (debtor_id);
CREATE INDEX obligation_event ON obligation (event_id);
CREATE INDEX obligation_open ON obligation (debtor_id, creditor_id) WHERE closed_on IS NULL;
CREATE INDEX obligation_open_to ON obligation (creditor_id) WHERE closed_on IS NULL;
CREATE TABLE party (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    event_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    role TEXT NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT role_is_known CHECK (role IN ('attendee', 'introducer', 'client', 'provider',
        'promiser', 'promisee', 'author', 'recipient', 'culprit', 'harmed', 'subject')),
    FOREIGN KEY(event_id) REFERENCES event (id),
    FOREIGN KEY(contact_id) REFERENCES contact (id)
) STRICT;
CREATE INDEX party_contact ON party (contact_id, role);
CREATE INDEX party_event ON party (event_id);
CREATE TABLE attempt (
    obligation_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    via TEXT NOT NULL,
    note TEXT NOT NULL,
    event_id INTEGER,
    statement_id INTEGER,
    moment INTEGER NOT NULL,
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (obligation_id, ordinal),
    CONSTRAINT made_on_is_a_day CHECK (made_on IS date(made_on, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0),
    FOREIGN KEY(obligation_id) REFERENCES obligation (id),
    FOREIGN KEY(event_id) REFERENCES event (id),
    FOREIGN KEY(statement_id) REFERENCES statement (id)
) WITHOUT ROWID, STRICT;
CREATE INDEX attempt_event ON attempt (event_id) WHERE event_id NOTNULL;
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
    digest INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (obligation_id, ordinal),
    CONSTRAINT ending_is_known CHECK (ending IN ('kept', 'broken', 'waived')),
    CONSTRAINT settled_on_is_a_day CHECK (settled_on IS date(settled_on, '+0 days')),
    CONSTRAINT no_nul CHECK (instr(via, char(0)) = 0 AND instr(note, char(0)) = 0),
    CONSTRAINT at_least_one_part CHECK (times >= 1),
    FOREIGN KEY(obligation_id) REFERENCES obligation (id),
    FOREIGN KEY(event_id) REFERENCES event (id),
    FOREIGN KEY(acknowledgement_id) REFERENCES acknowledgement (id),
    FOREIGN KEY(statement_id) REFERENCES statement (id)
) WITHOUT ROWID, STRICT;
CREATE INDEX settlement_day ON settlement (settled_on);
CREATE INDEX settlement_event ON settlement (event_id) WHERE event_id NOTNULL;

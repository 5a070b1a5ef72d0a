-- An invented business of :n contacts. Every id follows from the kind of record and its number.
CREATE FUNCTION id(kind text, number bigint) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$ SELECT md5(kind || ' ' || number)::uuid $$;
CREATE FUNCTION at(number bigint) RETURNS timestamp(3) IMMUTABLE LANGUAGE sql AS $$ SELECT timestamp '2025-01-06 08:00' + number % 400000 * interval '1 minute' $$;
CREATE FUNCTION pick(number bigint, VARIADIC words text[]) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT words[1 + number % array_length(words, 1)] $$;

INSERT INTO "Users"(id, email, name, "userStatus", role, created_on, updated_at)
SELECT id('user', g), pick(g, 'olga', 'paul', 'rosa', 'sven', 'tina') || '@acme.example', initcap(pick(g, 'olga', 'paul', 'rosa', 'sven', 'tina')),
  CASE WHEN g = 4 THEN 'INACTIVE' ELSE 'ACTIVE' END::"ActiveStatus", 'user', at(g), at(g) FROM generate_series(0, 4) g;
INSERT INTO "Currency"(code, name, symbol, "isDefault", "updatedAt")
VALUES ('EUR', 'Euro', 'E', true, at(0)), ('USD', 'Dollar', 'D', false, at(0)), ('GBP', 'Pound', 'P', false, at(0));
INSERT INTO "ExchangeRate"("fromCurrency", "toCurrency", rate, "updatedAt") VALUES ('USD', 'EUR', 0.92, at(0)), ('GBP', 'EUR', 1.15, at(0));
INSERT INTO "crm_SystemSettings"("key", value, "updatedAt") VALUES ('default_currency', 'EUR', at(0));
INSERT INTO "crm_Industry_Type"(id, "__v", name) SELECT id('industry', g), 0, pick(g, 'Public sector', 'Other', 'Software') FROM generate_series(0, 2) g;
INSERT INTO "crm_Contact_Types"(id, "__v", name) SELECT id('contact type', g), 0, pick(g, 'Customer', 'Partner', 'Vendor', 'Prospect') FROM generate_series(0, 3) g;
INSERT INTO "crm_Lead_Sources"(id, "__v", name) SELECT id('lead source', g), 0, pick(g, 'Web', 'Referral', 'Event') FROM generate_series(0, 2) g;
INSERT INTO "crm_Lead_Statuses"(id, "__v", name) SELECT id('lead status', g), 0, pick(g, 'New', 'Contacted', 'Qualified', 'Lost') FROM generate_series(0, 3) g;
INSERT INTO "crm_Lead_Types"(id, "__v", name) VALUES (id('lead type', 0), 0, 'Demo');
INSERT INTO "crm_Opportunities_Type"(id, "__v", name, "order") SELECT id('opportunity type', g), 0, pick(g, 'New deal', 'Partner business'), g FROM generate_series(0, 1) g;
-- As the application's own seed has them: orders 0, 0, then none, and one name twice
INSERT INTO "crm_Opportunities_Sales_Stages"(id, "__v", name, probability, "order", stage_kind) VALUES
  (id('stage', 0), 0, 'New', 10, 0, 'pre_sale'), (id('stage', 1), 0, 'Need analysis', 25, 0, 'qualified'),
  (id('stage', 2), 0, 'Offer sent', 30, NULL, NULL), (id('stage', 3), 0, 'Offer sent', 45, NULL, NULL),
  (id('stage', 4), 0, 'Signing', 95, NULL, 'purchase_order'), (id('stage', 5), 0, 'Realization', 100, NULL, 'delivery');
INSERT INTO "Documents_Types"(id, "__v", name) VALUES (id('document type', 0), 0, 'Offer');

INSERT INTO "crm_Accounts"(id, "__v", "createdAt", "updatedAt", "createdBy", annual_revenue, assigned_to, billing_city, billing_country, billing_postal_code,
  billing_street, company_id, description, email, employees, industry, member_of, name, office_phone, status, type, vat, website, "deletedAt")
SELECT id('account', g), 0, at(g), at(g), id('user', g % 5), CASE WHEN g % 3 = 0 THEN (g * 1000)::text WHEN g % 3 = 1 THEN '1-5 mil.' END, id('user', g % 4),
  pick(g, 'Brno', 'Leeds', 'Ulm'), pick(g, 'CZ', 'GB', 'DE'), lpad((g % 90000)::text, 5, '0'), g || ' Mill Road', (100000 + g)::text,
  CASE WHEN g % 7 = 0 THEN E'First line\nsecond line' END, 'office@firm' || g || '.example', CASE WHEN g % 2 = 0 THEN (g % 500)::text END,
  id('industry', g % 3), CASE WHEN g % 11 = 0 THEN 'Holding ' || g / 11 END, 'Firm ' || g, '+44 20 7946 ' || lpad((g % 10000)::text, 4, '0'), 'Active', 'Customer',
  'CZ' || (100000 + g), 'https://www.firm' || g || '.example/', CASE WHEN g % 50 = 49 THEN at(g + 1) END
FROM generate_series(0, :n / 4 - 1) g;

INSERT INTO "crm_Contacts"(id, assigned_to, birthday, "createdBy", created_on, "cratedAt", "updatedAt", description, email, personal_email, first_name, last_name,
  office_phone, mobile_phone, website, "position", social_linkedin, social_twitter, tags, notes, "accountsIDs", contact_type_id, "deletedAt")
SELECT id('contact', g), id('user', g % 4), CASE WHEN g % 5 = 0 THEN (1 + g % 28) || '/' || (1 + g % 12) || '/' || (1950 + g % 50) WHEN g % 5 = 1 THEN 'in spring' END,
  id('user', g % 5), at(g), at(g), at(g), CASE WHEN g % 9 = 0 THEN 'Met at the fair' END,
  CASE WHEN g % 20 = 7 THEN NULL ELSE 'contact' || CASE WHEN g % 100 = 99 THEN g - 1 ELSE g END || '@people.example' END,
  CASE WHEN g % 10 = 0 THEN 'home' || g || '@private.example' END,
  pick(g, 'Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gil'), CASE WHEN g % 100 = 99 THEN pick(g / 7 - 1, 'Stone', 'Reed') ELSE pick(g / 7, 'Stone', 'Reed', 'Vale', 'Hart') || ' ' || g END,
  CASE WHEN g % 3 = 0 THEN '+420 601 ' || lpad((g % 1000000)::text, 6, '0') END, CASE WHEN g % 4 = 0 THEN '+44 7700 9' || lpad((g % 100000)::text, 5, '0') END,
  NULL, CASE WHEN g % 2 = 0 THEN 'Head of sales' END, CASE WHEN g % 6 = 0 THEN 'https://linkedin.example/in/' || g END, NULL,
  CASE g % 4 WHEN 0 THEN ARRAY['VIP', 'newsletter'] WHEN 1 THEN ARRAY['newsletter'] WHEN 2 THEN ARRAY[]::text[] END,
  CASE WHEN g % 15 = 0 THEN ARRAY['Likes tea & <cake>', 'Call after five'] END,
  CASE WHEN g % 10 < 8 THEN id('account', g % (:n / 4)) END, id('contact type', g % 4), CASE WHEN g % 60 = 59 THEN at(g + 5) END
FROM generate_series(0, :n - 1) g;

INSERT INTO "crm_Leads"(id, "createdAt", "updatedAt", "firstName", "lastName", company, "jobTitle", email, phone, description, refered_by, assigned_to, "accountsIDs",
  lead_source_id, lead_status_id, lead_type_id)
SELECT id('lead', g), at(g), at(g), pick(g, 'Hal', 'Ida', 'Jon'), 'Prospect ' || g, CASE WHEN g % 2 = 0 THEN 'Startup ' || g END, 'Founder',
  CASE WHEN g % 10 = 0 THEN 'contact' || g || '@people.example' ELSE 'lead' || g || '@leads.example' END, '+49 30 ' || 900000 + g % 90000, 'Asked for a demo', NULL, CASE WHEN g % 3 > 0 THEN id('user', g % 4) END,
  CASE WHEN g % 5 = 0 THEN id('account', g % (:n / 4)) END, id('lead source', g % 3), id('lead status', g % 4), id('lead type', 0)
FROM generate_series(0, :n / 10 - 1) g;

INSERT INTO "crm_Targets"(id, first_name, last_name, email, company, status, tags, notes, created_by, created_on, "updatedAt", do_not_email, converted_at,
  converted_account_id, converted_contact_id)
SELECT id('target', g), 'Kim', 'Cold ' || g, 'target' || g || '@cold.example', 'Cold Firm ' || g, true, ARRAY['cold'], NULL, id('user', g % 4), at(g), at(g),
  g % 25 = 0, CASE WHEN g % 10 = 3 THEN at(g + 9) END, CASE WHEN g % 10 = 3 THEN id('account', g % (:n / 4)) END, CASE WHEN g % 10 = 3 THEN id('contact', g) END
FROM generate_series(0, :n / 5 - 1) g;
INSERT INTO "crm_TargetLists"(id, name, description, status, created_by, created_on, "updatedAt")
SELECT id('list', g), pick(g, 'Fair 2025', 'Webinar', 'Partners'), 'Static list', true, id('user', 0), at(g), at(g) FROM generate_series(0, 2) g;
INSERT INTO "TargetsToTargetLists"(target_id, target_list_id)
SELECT id('target', g), id('list', g % 3) FROM generate_series(0, :n / 5 - 1) g;
INSERT INTO "crm_Target_Contact"(id, "targetId", name, email, title, "createdAt", "updatedAt")
SELECT id('target contact', g), id('target', g * 10), 'Lou Found ' || g, 'found' || g || '@cold.example', 'CTO', at(g), at(g) FROM generate_series(0, :n / 50 - 1) g;

INSERT INTO "crm_campaign_templates"(id, name, subject_default, content_html, content_json, created_by, created_on, "updatedAt")
SELECT id('template', g), 'Template ' || g, 'Hello', '<p>Hello</p>', '{}', id('user', 0), at(g), at(g) FROM generate_series(0, 1) g;
INSERT INTO "crm_campaigns"(id, "__v", name, description, status, template_id, from_name, scheduled_at, sent_at, created_by, created_on, "updatedAt")
SELECT id('campaign', g), 0, pick(g, 'Spring mailing', 'Autumn mailing', 'Old mailing', 'Idea'), 'To all', pick(g, 'sent', 'paused', 'deleted', 'draft'), id('template', g % 2), 'Acme', NULL,
  CASE WHEN g = 0 THEN at(900) END, id('user', g), at(g), at(g) FROM generate_series(0, 3) g;
INSERT INTO "crm_campaign_steps"(id, campaign_id, "order", template_id, subject, delay_days, send_to, sent_at)
SELECT id('step', g), id('campaign', g / 2), g % 2, id('template', g % 2), 'Subject ' || g, g % 2 * 3, pick(g, 'all', 'non_openers'), at(900) FROM generate_series(0, 7) g;
INSERT INTO "CampaignToTargetLists"(campaign_id, target_list_id) SELECT id('campaign', g), id('list', g % 3) FROM generate_series(0, 3) g;
INSERT INTO "crm_campaign_sends"(id, campaign_id, step_id, target_id, email, status, opened_at, clicked_at, unsubscribed_at, sent_at)
SELECT id('send', g), id('campaign', 0), id('step', g % 2), id('target', g / 2), 'target' || g / 2 || '@cold.example', pick(g, 'delivered', 'sent', 'bounced', 'delivered'),
  CASE WHEN g % 3 = 0 THEN at(950) END, CASE WHEN g % 9 = 0 THEN at(951) END, CASE WHEN g % 50 = 0 THEN at(952) END, at(900)
FROM generate_series(0, :n / 5 * 2 - 1) g;

INSERT INTO "crm_Opportunities"(id, account, assigned_to, budget, campaign, close_date, contact, "createdBy", "createdAt", created_on, "updatedAt", currency, description,
  expected_revenue, name, next_step, sales_stage, type, status, stage_entered_at)
SELECT id('opportunity', g), id('account', g % (:n / 4)), id('user', g % 4), 1000 + g, NULL, at(g + 40000), id('contact', g), id('user', g % 5), at(g), at(g), at(g),
  CASE WHEN g % 4 = 3 THEN NULL ELSE pick(g, 'EUR', 'USD', 'GBP') END, 'About machines', 800.50 + g, CASE WHEN g % 40 = 39 THEN NULL ELSE 'Deal ' || g END, 'Call again',
  CASE WHEN g % 30 = 29 THEN NULL ELSE id('stage', g % 6) END, CASE WHEN g % 10 = 9 THEN NULL ELSE id('opportunity type', g % 2) END,
  CASE g % 8 WHEN 5 THEN 'CLOSED' WHEN 6 THEN 'INACTIVE' WHEN 7 THEN 'PENDING' ELSE 'ACTIVE' END::"crm_Opportunity_Status", at(g + 100)
FROM generate_series(0, :n / 4 - 1) g;
INSERT INTO "ContactsToOpportunities"(contact_id, opportunity_id) SELECT id('contact', g + 1), id('opportunity', g) FROM generate_series(0, :n / 4 - 1, 3) g;
INSERT INTO "crm_AuditLog"(id, "entityType", "entityId", action, changes, "userId", "createdAt")
SELECT id('audit', g), 'opportunity', id('opportunity', g), 'updated',
  CASE WHEN g % 16 = 5 THEN '[{"field":"status","old":"ACTIVE","new":"CLOSED"},{"field":"close_reason","old":null,"new":"45-day kill rule"}]'
       WHEN g % 8 = 5 THEN '[{"field":"status","old":"ACTIVE","new":"CLOSED"}]'
       ELSE '[{"field":"sales_stage","old":null,"new":"x"}]' END::jsonb, NULL, at(g + 3000)
FROM generate_series(0, :n / 4 - 1) g;

INSERT INTO "crm_ProductCategories"(id, name, "updatedAt", "createdBy") VALUES (id('category', 0), 'Machines', at(0), id('user', 0));
INSERT INTO "crm_Products"(id, name, description, sku, type, status, unit_price, unit_cost, currency, tax_rate, unit, "categoryId", "createdAt", "updatedAt", "createdBy")
SELECT id('product', g), 'Machine ' || g, 'It works', CASE WHEN g % 5 < 4 THEN 'SKU-' || g END, 'PRODUCT', 'ACTIVE', 99.90 + g, 50, 'EUR', 21, 'pcs', id('category', 0), at(g), at(g), id('user', 0)
FROM generate_series(0, 9) g;
INSERT INTO "crm_OpportunityLineItems"(id, "opportunityId", "productId", name, sku, quantity, unit_price, discount_type, discount_value, line_total, currency, sort_order,
  "createdAt", "updatedAt", "createdBy")
SELECT id('line', g), id('opportunity', g * 2), CASE WHEN g % 7 < 6 THEN id('product', g % 10) END, 'Machine', NULL, 1 + g % 3, 100, CASE WHEN g % 2 = 0 THEN 'PERCENTAGE' ELSE 'FIXED' END::"crm_Discount_Type",
  10, 90 * (1 + g % 3), 'EUR', 0, at(g), at(g), id('user', 0) FROM generate_series(0, :n / 8 - 1) g;
INSERT INTO "crm_AccountProducts"(id, "accountId", "productId", quantity, currency, start_date, "updatedAt", "createdBy")
SELECT id('account product', g), id('account', g), id('product', g % 10), 1, 'EUR', at(g), at(g), id('user', 0) FROM generate_series(0, :n / 40 - 1) g;
INSERT INTO "crm_Contracts"(id, "__v", title, value, "startDate", "endDate", description, account, assigned_to, "createdAt", "updatedAt", status, type, currency)
SELECT id('contract', g), 0, 'Contract ' || g, 5000 + g, at(g), at(g + 90000), 'Service', id('account', g), id('user', g % 4), at(g), at(g), 'SIGNED', 'Service', 'EUR'
FROM generate_series(0, :n / 40 - 1) g;
INSERT INTO "crm_ContractLineItems"(id, "contractId", "productId", name, quantity, unit_price, line_total, currency, "updatedAt", "createdBy")
SELECT id('contract line', g), id('contract', g), id('product', g % 10), 'Machine', 2, 100, 200, 'EUR', at(g), id('user', 0) FROM generate_series(0, :n / 40 - 1) g;

INSERT INTO "crm_Activities"(id, type, title, description, date, duration, outcome, status, metadata, "createdBy", "createdAt", "updatedAt", "deletedAt")
SELECT id('activity', g), pick(g, 'call', 'meeting', 'note', 'email')::"crm_Activity_Type", 'Talk ' || g, 'Said <b>yes</b>', at(g), CASE WHEN g % 4 < 2 THEN 30 END, CASE WHEN g % 4 = 0 THEN 'reached' END,
  pick(g / 4, 'completed', 'scheduled', 'cancelled')::"crm_Activity_Status", '{"subject": "About"}', id('user', g % 4), at(g), at(g), CASE WHEN g % 70 = 69 THEN at(g) END
FROM generate_series(0, :n / 2 - 1) g;
INSERT INTO "crm_ActivityLinks"(id, "activityId", "entityType", "entityId")
SELECT id('activity link ' || k, g), id('activity', g), pick(k, 'contact', 'opportunity', 'account'), id(pick(k, 'contact', 'opportunity', 'account'), g % (:n / 4))
FROM generate_series(0, :n / 2 - 1) g, generate_series(0, 2) k WHERE k <= g % 3;
INSERT INTO "crm_CalendarEvents"(id, source, "externalId", "activityId", "startAt", "attendeeEmails", "updatedAt")
SELECT id('event', g), 'google', 'event-' || g, id('activity', g * 4 + 1), at(g), '["guest@people.example"]', at(g) FROM generate_series(0, :n / 40 - 1) g;
INSERT INTO "crm_Accounts_Tasks"(id, "__v", content, "createdAt", "updatedAt", "createdBy", "dueDateAt", priority, title, "user", "taskStatus", account, opportunity_id)
SELECT id('account task', g), 0, 'Do it', at(g), at(g), id('user', 0), at(g + 2000), pick(g, 'low', 'Normal', 'high', 'critical'), 'Task ' || g, id('user', g % 4),
  pick(g, 'ACTIVE', 'COMPLETE', 'PENDING')::"taskStatus", id('account', g), CASE WHEN g % 3 = 0 THEN id('opportunity', g) END FROM generate_series(0, :n / 8 - 1) g;
INSERT INTO "Boards"(id, "__v", description, title, "user", "sharedWith", "createdAt", "updatedAt") SELECT id('board', g), 0, 'Plan', 'Project ' || g, id('user', g), ARRAY[id('user', 1)], at(g), at(g) FROM generate_series(0, 1) g;
INSERT INTO "Sections"(id, "__v", board, title, "position") SELECT id('section', g), 0, id('board', g / 2), 'Column ' || g, g FROM generate_series(0, 3) g;
INSERT INTO "Tasks"(id, "__v", content, "createdAt", "updatedAt", "dueDateAt", "position", priority, section, tags, title, "user", "taskStatus")
SELECT id('task', g), 0, 'Build', at(g), at(g), at(g), g, 'normal', id('section', g % 4), '[{"label": "red"}, "blue"]', 'Work ' || g, id('user', g % 4), 'ACTIVE' FROM generate_series(0, :n / 50 - 1) g;
INSERT INTO "tasksComments"(id, "__v", comment, "createdAt", task, "user", assigned_crm_account_task)
SELECT id('comment', g), 0, 'Seen', at(g), CASE WHEN g % 2 = 0 THEN id('task', g % (:n / 50)) END, id('user', 0), CASE WHEN g % 2 = 1 THEN id('account task', g) END FROM generate_series(0, :n / 50 - 1) g;
INSERT INTO "EmailAccount"(id, "userId", label, "imapHost", "imapPort", "smtpHost", "smtpPort", username, "passwordEncrypted", "updatedAt")
VALUES (id('mailbox', 0), id('user', 0), 'Mail', 'imap.example', 993, 'smtp.example', 465, 'olga', 'sealed secret', at(0)), (id('mailbox', 1), id('user', 1), 'Mail', 'imap.example', 993, 'smtp.example', 465, 'paul', 'sealed secret', at(0));
INSERT INTO "Email"(id, "emailAccountId", "userId", "rfcMessageId", folder, subject, "fromEmail", "fromName", "toRecipients", "bodyText", "sentAt", "isDeleted", "updatedAt", "createdAt")
SELECT id('email', g), id('mailbox', g % 2), id('user', g % 2), '<m' || g / 2 || '@mail.example>', 'INBOX', 'Question ' || g / 2, 'contact' || g || '@people.example', 'A contact', '[{"name": "Olga", "email": "olga@acme.example"}]',
  CASE WHEN g % 3 > 0 THEN E'Dear Olga,\nyes.' END, at(g / 2), g % 30 = 29, at(g), at(g) FROM generate_series(0, :n / 10 - 1) g;
INSERT INTO "EmailsToContacts"("emailId", "contactId") SELECT id('email', g), id('contact', g / 2) FROM generate_series(0, :n / 10 - 1) g WHERE g % 4 < 3;
INSERT INTO "EmailsToAccounts"("emailId", "accountId") SELECT id('email', g), id('account', g / 2) FROM generate_series(0, :n / 10 - 1) g WHERE g % 5 = 0;

INSERT INTO "Documents"(id, "__v", "createdAt", "updatedAt", document_name, "createdBy", document_type, "document_file_mimeType", document_file_url, key, size, assigned_user, document_system_type, version, "deletedAt")
SELECT id('document', g), 0, at(g), at(g), 'offer ' || g || '.txt', id('user', g % 4), id('document type', 0), 'text/plain', 'https://files.example/nextcrm/documents/' || g || '.txt', 'documents/' || g || '.txt', 7,
  id('user', g % 4), pick(g, 'OFFER', 'RECEIPT', 'OTHER')::"DocumentSystemType", 1, CASE WHEN g % 30 = 29 THEN at(g) END FROM generate_series(0, :n / 40 - 1) g;
INSERT INTO "Documents"(id, "__v", "createdAt", "updatedAt", document_name, "document_file_mimeType", document_file_url, key, version, parent_document_id)
SELECT id('version', g), 0, at(g), at(g), 'offer ' || g * 5 || '.txt', 'text/plain', 'https://files.example/nextcrm/documents/v' || g || '.txt', 'documents/v' || g || '.txt', 2, id('document', g * 5) FROM generate_series(0, :n / 400 - 1) g;
INSERT INTO "DocumentsToAccounts"(document_id, account_id) SELECT id('document', g), id('account', g) FROM generate_series(0, :n / 40 - 1, 2) g;
INSERT INTO "DocumentsToContacts"(document_id, contact_id) SELECT id('document', g), id('contact', g) FROM generate_series(0, :n / 40 - 1, 3) g;
INSERT INTO "DocumentsToOpportunities"(document_id, opportunity_id) SELECT id('document', g), id('opportunity', g) FROM generate_series(0, :n / 40 - 1, 5) g;

INSERT INTO "Invoice_TaxRates"(id, name, rate, "isDefault", "updatedAt") VALUES (id('tax', 0), 'VAT 21', 21, true, at(0));
INSERT INTO "Invoice_Series"(id, name, "prefixTemplate", "updatedAt") VALUES (id('series', 0), 'Default', 'INV-{YYYY}-{####}', at(0));
INSERT INTO "Invoices"(id, "createdAt", "updatedAt", "createdBy", type, status, number, "seriesId", "accountId", "billingSnapshot", "issueDate", "dueDate", currency, subtotal, "vatTotal", "grandTotal", "paidTotal", "balanceDue", "pdfStorageKey")
SELECT id('invoice', g), at(g), at(g), id('user', 0), pick(g, 'INVOICE', 'INVOICE', 'CREDIT_NOTE', 'PROFORMA')::"Invoice_Type", CASE WHEN g % 10 = 9 THEN 'DRAFT' ELSE 'ISSUED' END::"Invoice_Status",
  CASE WHEN g % 10 = 9 THEN NULL ELSE 'INV-2025-' || g END, id('series', 0), id('account', g), '{"name": "Firm"}', at(g), at(g + 20000), 'EUR', 100, 21, 121, 21, 100, CASE WHEN g % 5 = 0 THEN 'invoices/' || g || '.pdf' END
FROM generate_series(0, :n / 20 - 1) g;
INSERT INTO "Invoice_LineItems"(id, "invoiceId", "position", "productId", description, quantity, "unitPrice", "taxRateId", "taxRateSnapshot", "lineSubtotal", "lineVat", "lineTotal")
SELECT id('invoice line', g), id('invoice', g / 2), g % 2, id('product', g % 10), 'Machine', 1, 50, id('tax', 0), 21, 50, 10.5, 60.5 FROM generate_series(0, :n / 10 - 1) g;
INSERT INTO "Invoice_Payments"(id, "invoiceId", "paidAt", amount, method, "createdBy")
SELECT id('payment', g), id('invoice', g), at(g + 10000), 21, 'bank', id('user', 0) FROM generate_series(0, :n / 20 - 1) g;
INSERT INTO "Invoice_Attachments"(id, "invoiceId", "storageKey", filename, "mimeType", size, "uploadedBy") SELECT id('attachment', g), id('invoice', g), 'invoices/' || g || '/a', 'delivery.txt', 'text/plain', 7, id('user', 0) FROM generate_series(0, 1) g;
INSERT INTO "Invoice_Activity"(id, "invoiceId", "actorId", action) SELECT id('invoice activity', g), id('invoice', g), id('user', 0), 'CREATED' FROM generate_series(0, :n / 20 - 1) g;
INSERT INTO "AccountWatchers"(account_id, user_id) SELECT id('account', g), id('user', 1) FROM generate_series(0, :n / 100 - 1) g;

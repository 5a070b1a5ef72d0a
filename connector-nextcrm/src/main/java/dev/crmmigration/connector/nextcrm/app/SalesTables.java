package dev.crmmigration.connector.nextcrm.app;

import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LINE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MOMENT;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MONEY;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.NUMBER;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.PROSE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WHOLE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WORD;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.YES_NO;

import java.util.List;

/** Opportunities, what is sold, and contracts. */
final class SalesTables {

    /** No column says why or when an opportunity was closed, or came to its stage; the log of changes may. */
    private static final String LOG =
            "FROM \"crm_AuditLog\" a WHERE a.\"entityType\" = 'opportunity' AND a.\"entityId\" = t.id";

    private static final String REASON = "(SELECT e.value ->> 'new' FROM \"crm_AuditLog\" a, jsonb_array_elements("
            + "CASE jsonb_typeof(a.changes) WHEN 'array' THEN a.changes ELSE '[]' END) e"
            + " WHERE a.\"entityType\" = 'opportunity' AND a.\"entityId\" = t.id"
            + " AND e.value ->> 'field' = 'close_reason' ORDER BY a.\"createdAt\" DESC LIMIT 1)";

    static final List<AppTable> ALL = List.of(
            stages(),
            products(),
            accountProducts(),
            opportunities(),
            participants(),
            lines("lineItem", "crm_OpportunityLineItems", "opportunity", "opportunityId"),
            contracts(),
            lines("contractLineItem", "crm_ContractLineItems", "contract", "contractId"));

    private SalesTables() {}

    private static AppTable stages() {
        return AppTable.of("stage", "crm_Opportunities_Sales_Stages")
                .column(Column.named("label", "id", SmallTable.STAGES))
                .columns(LINE, "name", "stage_kind")
                .columns(WHOLE, "probability", "order")
                .build();
    }

    private static AppTable products() {
        return AppTable.of("product", "crm_Products")
                .columns(LINE, "name", "sku", "unit")
                .columns(PROSE, "description")
                .columns(WORD, "type", "status", "billing_period")
                .column(Column.of("unit_price", MONEY, "unit_price", "currency"))
                .column(Column.of("unit_cost", MONEY, "unit_cost", "currency"))
                .columns(NUMBER, "tax_rate")
                .columns(YES_NO, "is_recurring")
                .column(Column.named("category", "categoryId", SmallTable.CATEGORIES))
                .columns(MOMENT, "createdAt", "updatedAt")
                .column(Column.owner("creator_email", "createdBy"))
                .deletedAt()
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable accountProducts() {
        return AppTable.of("accountProduct", "crm_AccountProducts")
                .column(Column.reference("account", "accountId", "account"))
                .column(Column.reference("product", "productId", "product"))
                .columns(WHOLE, "quantity")
                .column(Column.of("custom_price", MONEY, "custom_price", "currency"))
                .columns(WORD, "status")
                .columns(MOMENT, "start_date", "end_date", "renewal_date", "updatedAt")
                .columns(PROSE, "notes")
                .changed("updatedAt", "createdAt")
                .wholeOnly()
                .build();
    }

    private static AppTable opportunities() {
        return AppTable.of("opportunity", "crm_Opportunities")
                .columns(LINE, "name")
                .columns(PROSE, "description", "next_step", "approval_note")
                .column(Column.reference("account", "account", "account"))
                .column(Column.reference("contact", "contact", "contact"))
                .column(Column.reference("campaign", "campaign", "campaign"))
                .column(Column.of("budget", MONEY, "budget", "currency"))
                .column(Column.of("expected_revenue", MONEY, "expected_revenue", "currency"))
                .column(Column.named("stage", "sales_stage", SmallTable.STAGES))
                .column(Column.reference("stage_id", "sales_stage", "stage"))
                .column(Column.named("type", "type", SmallTable.OPPORTUNITY_TYPES))
                .columns(WORD, "status", "approval_status")
                .columns(MOMENT, "close_date", "createdAt", "updatedAt", "last_activity")
                .columns(MOMENT, "delivery_deadline", "stage_entered_at", "approved_at")
                .column(Column.derived("close_reason", LINE, REASON, List.of(), "crm_AuditLog"))
                .column(Column.derived(
                        "closed_at", MOMENT, moment("status\",\"new\":\"CLOSED"), List.of(), "crm_AuditLog"))
                .column(Column.derived("stage_changed_at", MOMENT, moment("sales_stage"), List.of(), "crm_AuditLog"))
                .column(Column.owner("owner_email", "assigned_to"))
                .column(Column.owner("creator_email", "createdBy"))
                .deletedAt()
                .changed("updatedAt", "createdAt")
                .build();
    }

    /** Returns when the log last has a change of this shape. */
    private static String moment(String field) {
        return "(SELECT max(a.\"createdAt\") " + LOG + " AND a.changes @> '[{\"field\":\"" + field + "\"}]')";
    }

    private static AppTable participants() {
        return AppTable.of("opportunityContact", "ContactsToOpportunities")
                .key("contact_id", "opportunity_id")
                .column(Column.reference("contact", "contact_id", "contact"))
                .column(Column.reference("opportunity", "opportunity_id", "opportunity"))
                .build();
    }

    private static AppTable lines(String object, String table, String of, String column) {
        return AppTable.of(object, table)
                .column(Column.reference(of, column, of))
                .column(Column.reference("product", "productId", "product"))
                .columns(LINE, "name", "sku")
                .columns(PROSE, "description")
                .columns(WHOLE, "quantity", "sort_order")
                .column(Column.of("unit_price", MONEY, "unit_price", "currency"))
                .columns(WORD, "discount_type")
                .columns(NUMBER, "discount_value")
                .column(Column.of("line_total", MONEY, "line_total", "currency"))
                .columns(MOMENT, "updatedAt")
                .changed("updatedAt", "createdAt")
                .wholeOnly()
                .build();
    }

    private static AppTable contracts() {
        return AppTable.of("contract", "crm_Contracts")
                .columns(LINE, "title", "type")
                .columns(PROSE, "description")
                .column(Column.of("value", MONEY, "value", "currency"))
                .columns(MOMENT, "startDate", "endDate", "renewalReminderDate")
                .columns(MOMENT, "customerSignedDate", "companySignedDate", "createdAt", "updatedAt")
                .columns(WORD, "status")
                .column(Column.reference("account", "account", "account"))
                .column(Column.owner("owner_email", "assigned_to"))
                .deletedAt()
                .changed("updatedAt", "createdAt")
                .build();
    }
}

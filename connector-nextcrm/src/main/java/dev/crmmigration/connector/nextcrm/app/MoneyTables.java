package dev.crmmigration.connector.nextcrm.app;

import static dev.crmmigration.connector.nextcrm.app.ColumnKind.FILE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LINE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MOMENT;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MONEY;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.NUMBER;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.PROSE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WHOLE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WORD;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.YES_NO;

import java.util.List;

/** Currencies and invoices. Before v0.10.0 a table of the same name held invoices that were received. */
final class MoneyTables {

    static final List<AppTable> ALL =
            List.of(currencies(), rates(), taxRates(), invoices(), lines(), payments(), activity(), received());

    private MoneyTables() {}

    private static AppTable currencies() {
        return AppTable.of("currency", "Currency")
                .key("code")
                .columns(LINE, "name", "symbol")
                .columns(YES_NO, "isEnabled", "isDefault")
                .changed("updatedAt")
                .wholeOnly()
                .build();
    }

    private static AppTable rates() {
        return AppTable.of("exchangeRate", "ExchangeRate")
                .columns(LINE, "fromCurrency", "toCurrency")
                .columns(NUMBER, "rate")
                .columns(MOMENT, "effectiveDate")
                .changed("updatedAt")
                .wholeOnly()
                .build();
    }

    private static AppTable taxRates() {
        return AppTable.of("taxRate", "Invoice_TaxRates")
                .columns(LINE, "name")
                .columns(NUMBER, "rate")
                .columns(YES_NO, "isDefault", "active")
                .changed("updatedAt")
                .wholeOnly()
                .build();
    }

    /** Invoices are never deleted. */
    private static AppTable invoices() {
        return AppTable.of("invoice", "Invoices")
                .onlyWith("grandTotal")
                .columns(WORD, "type", "status")
                .columns(LINE, "number", "variableSymbol")
                .column(Column.named("series", "seriesId", SmallTable.SERIES))
                .column(Column.reference("account", "accountId", "account"))
                .columns(PROSE, "billingSnapshot", "publicNotes", "internalNotes")
                .columns(MOMENT, "issueDate", "taxableSupplyDate", "dueDate", "createdAt", "updatedAt")
                .column(Column.of("subtotal", MONEY, "subtotal", "currency"))
                .column(Column.of("discountTotal", MONEY, "discountTotal", "currency"))
                .column(Column.of("vatTotal", MONEY, "vatTotal", "currency"))
                .column(Column.of("grandTotal", MONEY, "grandTotal", "currency"))
                .column(Column.of("paidTotal", MONEY, "paidTotal", "currency"))
                .column(Column.of("balanceDue", MONEY, "balanceDue", "currency"))
                .column(Column.of("pdf", FILE, "pdfStorageKey"))
                .column(Column.reference("original", "originalInvoiceId", "invoice"))
                .column(Column.owner("creator_email", "createdBy"))
                .changed("updatedAt", "createdAt")
                .build();
    }

    private static AppTable lines() {
        return AppTable.of("invoiceLine", "Invoice_LineItems")
                .column(Column.reference("invoice", "invoiceId", "invoice"))
                .columns(WHOLE, "position")
                .column(Column.reference("product", "productId", "product"))
                .columns(PROSE, "description")
                .columns(NUMBER, "quantity", "unitPrice", "discountPercent", "taxRateSnapshot")
                .column(Column.named("taxRate", "taxRateId", SmallTable.TAX_RATES))
                .columns(NUMBER, "lineSubtotal", "lineVat", "lineTotal")
                .build();
    }

    private static AppTable payments() {
        return AppTable.of("invoicePayment", "Invoice_Payments")
                .column(Column.reference("invoice", "invoiceId", "invoice"))
                .columns(MOMENT, "paidAt")
                .columns(NUMBER, "amount")
                .columns(LINE, "method", "reference")
                .columns(PROSE, "note")
                .changed("createdAt")
                .wholeOnly()
                .build();
    }

    private static AppTable activity() {
        return AppTable.of("invoiceActivity", "Invoice_Activity")
                .column(Column.reference("invoice", "invoiceId", "invoice"))
                .columns(LINE, "action")
                .columns(MOMENT, "createdAt")
                .column(Column.owner("author_email", "actorId"))
                .changed("createdAt")
                .wholeOnly()
                .build();
    }

    private static AppTable received() {
        return AppTable.of("receivedInvoice", "Invoices")
                .onlyWith("invoice_number")
                .onlyWithout("grandTotal")
                .columns(LINE, "invoice_number", "invoice_amount", "invoice_currency", "invoice_type", "status")
                .columns(LINE, "variable_symbol", "order_number", "partner", "partner_email")
                .columns(PROSE, "description", "invoice_items")
                .column(Column.named("state", "invoice_state_id", SmallTable.INVOICE_STATES))
                .column(Column.reference("account", "assigned_account_id", "account"))
                .columns(MOMENT, "date_created", "date_received", "date_due", "date_tax")
                .column(Column.owner("owner_email", "assigned_user_id"))
                .changed("last_updated", "date_created")
                .wholeOnly()
                .build();
    }
}

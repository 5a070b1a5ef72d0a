package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.COMPANY;

import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;

/** Names of sales accounts, of which Freshsales takes each once: the first of a name has it, the others get a mark. */
final class AccountNames {

    private final Export export;

    AccountNames(Export export) {
        this.export = export;
    }

    /** Returns, over a company, its name. */
    String ofCompany() {
        String name = "coalesce(" + export.column(COMPANY, "name") + ", concat(\"Company \", $id))";
        String first = "related(company, on: normal(" + name + "), equals: normal(" + name
                + "), each: $id, reduce: first, order: " + (export.has(COMPANY, "created_at") ? "created_at" : "$id")
                + ")";
        return marked(name, "ne(" + first + ", $id)", "$id");
    }

    /** Returns, over the first client of a company that has no id, the name of the company. */
    String ofName(ClientText client) {
        String name = "trim(" + client.of("company_name") + ")";
        String taken = export.has(COMPANY)
                ? "related(company, on: normal(" + export.column(COMPANY, "name") + "), equals: normal(" + name
                        + "), reduce: any)"
                : "false";
        return marked(name, taken, "\"company\"");
    }

    private String marked(String name, String taken, String mark) {
        return export.chose(Choices.EQUAL_NAMES, "keep")
                ? name
                : "case(" + taken + " => concat(" + name + ", \" (\", " + mark + ", \")\"), else => " + name + ")";
    }
}

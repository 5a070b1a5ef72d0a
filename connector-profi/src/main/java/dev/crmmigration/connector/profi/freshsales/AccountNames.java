package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.ORGANIZATION;

import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;

/** Names of sales accounts, of which Freshsales takes each once: the first of a name has it, the others get a mark. */
final class AccountNames {

    private final Export export;
    private final boolean keeps;

    AccountNames(Export export) {
        this.export = export;
        this.keeps = export.chose(Choices.EQUAL_NAMES, "keep");
    }

    /** Returns, over an organization, its name. */
    String ofOrganization() {
        String name = "coalesce(" + export.column(ORGANIZATION, "name") + ", concat(\"Organization \", $id))";
        String first = "related(organization, on: normal(" + name + "), equals: normal(" + name
                + "), each: $id, reduce: first, order: " + order(ORGANIZATION) + ")";
        return marked(name, "ne(" + first + ", $id)", "$id");
    }

    /** Returns, over a client that is a business, its name. */
    String ofBusiness(ClientText client) {
        String name = client.businessName();
        String first = "related(client, on: " + ownName() + ", equals: normal(" + name + "), where: "
                + client.isBusiness() + ", each: $id, reduce: first, order: " + order(CLIENT) + ")";
        return marked(name, "or(" + isOrganization(name) + ", ne(" + first + ", $id))", "$id");
    }

    /** Returns, over the first client of a company that has no id, the name of the company. */
    String ofCompany(ClientText client) {
        String name = "trim(" + client.of("organization_name") + ")";
        String isBusiness = "related(client, on: " + ownName() + ", equals: normal(" + name + "), where: "
                + client.isBusiness() + ", reduce: any)";
        return marked(name, "or(" + isOrganization(name) + ", " + isBusiness + ")", "\"company\"");
    }

    /** What relations look for cannot be a relation itself, so duplicates of a business are left aside. */
    private String ownName() {
        return "normal(coalesce(" + export.columns(CLIENT, "full_name", "organization_name") + "))";
    }

    private String isOrganization(String name) {
        return export.has(ORGANIZATION)
                ? "related(organization, on: normal(" + export.column(ORGANIZATION, "name") + "), equals: normal("
                        + name + "), reduce: any)"
                : "false";
    }

    private String marked(String name, String taken, String mark) {
        return keeps
                ? name
                : "case(" + taken + " => concat(" + name + ", \" (\", " + mark + ", \")\"), else => " + name + ")";
    }

    private String order(String object) {
        return export.has(object, "created_at") ? "created_at" : "$id";
    }
}

package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_COMPANY;

import dev.crmmigration.api.mapping.MappingPart;
import java.util.List;

/** Expressions about the companies of a client. */
public final class CompanyText {

    private CompanyText() {}

    /** Returns, over a client, the names of its companies, each with what the client is there. */
    public static String names(Export export) {
        if (!export.has(CLIENT_COMPANY)) {
            return "join(\", \", company_names)";
        }
        String role = "join(\", \", " + export.columns(CLIENT_COMPANY, "role", "title") + ")";
        return "join(\", \", company_names, related(client_company, on: client_id, equals: $id, where: present(" + role
                + "), each: concat(related(company, on: $id, equals: company_id, each: name), \" (\", replace(" + role
                + ", \"_\", \" \"), \")\"), reduce: list, order: company_id))";
    }

    /** Folds the companies of clients into what {@code mapping} makes of these. */
    public static void foldInto(List<MappingPart> parts, Export export, String mapping) {
        if (export.has(CLIENT_COMPANY)) {
            parts.add(MappingPart.Contribution.fold(mapping, CLIENT_COMPANY, "true", "client_id", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    CLIENT_COMPANY, "true", "These rows name a client that the export does not have"));
        }
    }
}

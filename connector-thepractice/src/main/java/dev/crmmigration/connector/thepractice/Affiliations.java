package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The companies of every client, and which of them is the first. Not thread-safe. */
final class Affiliations {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Map<String, String> stated = new HashMap<>();
    private final Map<String, List<Affiliation>> ofClient = new HashMap<>();
    private long dangling;

    /** One company of a client; the lower the rank, the more it is the client's first. */
    private record Affiliation(String company, int rank) {}

    void seeCompany(RowDraft row) {
        names.put(row.id(), row.text("name"));
        String name = Names.compared(row.text("name"));
        if (byName.put(name, row.id()) != null) {
            twice.add(name);
        }
    }

    /** Remembers the company that a client itself names. */
    void seeClient(RowDraft row) {
        String company = companyOf(row);
        if (names.containsKey(company)) {
            stated.putIfAbsent(row.id(), company);
        }
    }

    /** Returns the company that a client itself names: by id, else by a name that only one has. */
    String companyOf(RowDraft row) {
        String id = row.text("company_id");
        String name = Names.compared(row.text("company_name"));
        return names.containsKey(id) || twice.contains(name) ? id : byName.getOrDefault(name, id);
    }

    void see(RowDraft row, String client) {
        if (!names.containsKey(row.text("company_id"))) {
            dangling++;
            return;
        }
        boolean isPrimary = row.value("is_primary").filter(Boolean.TRUE::equals).isPresent();
        int rank = isPrimary ? 0 : row.text("role").equals("employer") ? 2 : 3;
        ofClient.computeIfAbsent(client, any -> new ArrayList<>()).add(new Affiliation(row.text("company_id"), rank));
    }

    /** Returns the companies of a client, the first one first: as marked, else as the client says, else the employer. */
    List<String> of(String client) {
        List<Affiliation> all = new ArrayList<>(ofClient.getOrDefault(client, List.of()));
        Optional.ofNullable(stated.get(client)).ifPresent(company -> all.add(new Affiliation(company, 1)));
        all.sort(Comparator.comparing(Affiliation::rank).thenComparing(Affiliation::company));
        Set<String> companies = new LinkedHashSet<>();
        all.forEach(one -> companies.add(one.company()));
        return List.copyOf(companies);
    }

    String nameOf(String company) {
        return names.getOrDefault(company, "");
    }

    boolean has(String company) {
        return names.containsKey(company);
    }

    /** Returns how many rows name a company that the export does not have. */
    long dangling() {
        return dangling;
    }

    /**
     * Says on the row of a further company which companies it relates; on the row of the first one what the client names
     * beyond all rows.
     */
    void complete(RowDraft row) {
        List<String> companies = of(row.text("client_id"));
        String own = row.text("company_id");
        if (companies.isEmpty() || !names.containsKey(own)) {
            return;
        }
        String first = companies.get(0);
        if (!own.equals(first)) {
            row.put("relates_from", first);
            row.put("relates_to", own);
        } else {
            Set<String> rows = new HashSet<>();
            ofClient.getOrDefault(row.text("client_id"), List.of()).forEach(one -> rows.add(one.company()));
            companies.stream().filter(one -> !rows.contains(one)).findFirst().ifPresent(beyond -> {
                row.put("relates_from", first);
                row.put("relates_to", beyond);
            });
        }
    }
}

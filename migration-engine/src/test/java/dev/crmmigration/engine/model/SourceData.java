package dev.crmmigration.engine.model;

import dev.crmmigration.api.record.CrmRecord;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a source says: customers, of companies that they name, and notes about them, by number. */
record SourceData(SortedMap<Integer, Customer> customers, SortedMap<Integer, Note> notes) {

    SourceData {
        customers = Collections.unmodifiableSortedMap(new TreeMap<>(customers));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /** A customer; whatever is missing is {@code null}. */
    record Customer(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String company,
            @Nullable Integer boss,
            @Nullable String owner) {

        Optional<String> companyKey() {
            return Optional.ofNullable(company).map(name -> name.strip().toLowerCase(Locale.ROOT));
        }

        Optional<String> emailKey() {
            return Optional.ofNullable(email).map(address -> address.toLowerCase(Locale.ROOT));
        }

        Customer boss(@Nullable Integer other) {
            return new Customer(name, email, phone, company, other, owner);
        }

        CrmRecord record(int number) {
            CrmRecord.Builder record =
                    CrmRecord.builder("customer", String.valueOf(number)).put("name", name);
            put(record, "email", email);
            put(record, "phone", phone);
            put(record, "company", company);
            put(record, "boss", boss == null ? null : String.valueOf(boss));
            put(record, "owner", owner);
            return record.build();
        }

        private static void put(CrmRecord.Builder record, String field, @Nullable String value) {
            if (value != null) {
                record.put(field, value);
            }
        }
    }

    /** A note about a customer. */
    record Note(String text, int customer) {

        CrmRecord record(int number) {
            return CrmRecord.builder("note", String.valueOf(number))
                    .put("text", text)
                    .put("customer", String.valueOf(customer))
                    .build();
        }
    }

    static SourceData of(Map<Integer, Customer> customers, Map<Integer, Note> notes) {
        return new SourceData(new TreeMap<>(customers), new TreeMap<>(notes));
    }
}

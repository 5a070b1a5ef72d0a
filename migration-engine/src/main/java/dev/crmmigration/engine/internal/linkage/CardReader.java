package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the card of a record. */
final class CardReader {

    private static final int MOST_POINTS = 5;

    private final FieldParts parts;
    private final Kind kind;

    CardReader(FieldParts parts, Kind kind) {
        this.parts = parts;
        this.kind = kind;
    }

    Card read(CrmRecord record) {
        List<String> emails = points(record, Part.EMAIL, Normal::email);
        PersonNames.Split name = kind == Kind.CONTACT ? person(record) : new PersonNames.Split("", "");
        Address address = address(record);
        String company = kind == Kind.CONTACT ? text(record, Part.COMPANY) : text(record, Part.NAME);
        return new Card(
                record.ref().id(),
                emails,
                points(record, Part.PHONE, Normal::phone),
                name.first(),
                name.last(),
                company.isEmpty() ? "" : CompanyNames.fold(company),
                domain(record, emails),
                Normal.fold(part(record, Part.CITY, address, Address::city)),
                Normal.fold(part(record, Part.POSTAL_CODE, address, Address::postalCode)),
                Normal.fold(part(record, Part.STREET, address, Address::street)),
                Normal.fold(text(record, Part.BIRTH_DATE)),
                kind == Kind.COMPANY
                        ? Normal.fold(text(record, Part.REGISTRATION)).replace(" ", "")
                        : "",
                text(record, Part.EXTERNAL_ID).strip());
    }

    private PersonNames.Split person(CrmRecord record) {
        String first = PersonNames.fold(text(record, Part.FIRST_NAME));
        String last = PersonNames.fold(text(record, Part.LAST_NAME));
        return first.isEmpty() && last.isEmpty()
                ? PersonNames.split(text(record, Part.NAME))
                : new PersonNames.Split(first, last);
    }

    private String domain(CrmRecord record, List<String> emails) {
        String site = Normal.domain(text(record, Part.WEBSITE));
        if (isOwn(site)) {
            return site;
        }
        for (String email : emails) {
            String domain = Normal.domain(Emails.domain(email));
            if (isOwn(domain)) {
                return domain;
            }
        }
        return "";
    }

    private static boolean isOwn(String domain) {
        return !domain.isEmpty() && !Emails.isFree(domain);
    }

    private @Nullable Address address(CrmRecord record) {
        for (String key : parts.addresses()) {
            if (record.value(key).orElse("") instanceof Address address) {
                return address;
            }
        }
        return null;
    }

    private String part(
            CrmRecord record, Part part, @Nullable Address address, Function<Address, @Nullable String> ofAddress) {
        String text = text(record, part);
        return text.isEmpty() && address != null ? Objects.requireNonNullElse(ofAddress.apply(address), "") : text;
    }

    /** Returns the first value that there is. */
    private String text(CrmRecord record, Part part) {
        for (String key : parts.keys(part)) {
            String text = record.value(key).map(ValueText::of).orElse("").replace('\u001f', ' ');
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private List<String> points(CrmRecord record, Part part, Function<String, String> normal) {
        List<String> points = new ArrayList<>();
        for (String key : parts.keys(part)) {
            Object value = record.value(key).orElse("");
            List<?> items = value instanceof List<?> list ? list : List.of(value);
            for (Object item : items) {
                String point = normal.apply(ValueText.of(item));
                if (!point.isEmpty() && !points.contains(point) && points.size() < MOST_POINTS) {
                    points.add(point);
                }
            }
        }
        return points;
    }
}

package dev.crmmigration.connector.kartra;

import static dev.crmmigration.connector.kartra.CellKind.BALANCE;
import static dev.crmmigration.connector.kartra.CellKind.WORD;

import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/** The affiliates: the columns of Kartra's page of affiliates. */
final class Affiliates implements KartraObject {

    static final ObjectType TYPE = ObjectType.of("affiliate");

    private static final List<KnownField> FIELDS = List.of(
            KnownField.telling(WORD, "affiliate_id"),
            KnownField.of(WORD, "username", "affiliate_username"),
            KnownField.of(WORD, "name", "affiliate", "affiliate_name"),
            KnownField.of(WORD, "email", "e_mail", "affiliate_email"),
            KnownField.of(WORD, "lead_id"),
            KnownField.of(WORD, "status"),
            KnownField.of(WORD, "products"),
            KnownField.telling(BALANCE, "earned"),
            KnownField.telling(BALANCE, "reserve"),
            KnownField.of(BALANCE, "due"),
            KnownField.of(BALANCE, "paid"),
            KnownField.of(WORD, RowReader.CURRENCY));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public String file() {
        return "affiliates";
    }

    @Override
    public List<KnownField> fields() {
        return FIELDS;
    }

    @Override
    public List<List<String>> required() {
        return List.of(List.of("affiliate_id"));
    }

    @Override
    public String id(Row row) throws RowRefusedException {
        return row.required("affiliate_id");
    }
}

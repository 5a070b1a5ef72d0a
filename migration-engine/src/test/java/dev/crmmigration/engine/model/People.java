package dev.crmmigration.engine.model;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People who work at the destination meanwhile, with records of theirs and of ours. */
final class People {

    private final World world;
    private final Random random;
    private int made;

    People(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** Does something; returns it in words. */
    String act() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> add();
            case 2 -> remove();
            default -> edit();
        };
    }

    private List<CrmRecord> all(String type) {
        return world.account().records(type);
    }

    private CrmRecord some(List<CrmRecord> records) {
        return records.get(random.nextInt(records.size()));
    }

    /** Makes a record, which may refer to one that is there. */
    String add() {
        made++;
        String type = World.TYPES.get(random.nextInt(World.TYPES.size()));
        CrmRecord.Builder record = CrmRecord.builder(type, "people-" + made);
        String refers = type.equals("person") ? "company" : "person";
        record.put(
                switch (type) {
                    case "note" -> "text";
                    case "deal" -> "title";
                    default -> "name";
                },
                "by people " + made);
        if (!type.equals("company") && !all(refers).isEmpty() && random.nextBoolean()) {
            record.put(refers, some(all(refers)).ref());
        }
        CrmRecord whole = record.build();
        world.account().put(whole);
        return "people make " + whole.ref() + " " + whole.fields();
    }

    private String remove() {
        List<CrmRecord> records = new ArrayList<>();
        World.TYPES.forEach(type -> records.addAll(all(type)));
        if (records.isEmpty()) {
            return add();
        }
        RecordRef ref = some(records).ref();
        world.account().remove(ref);
        return "people remove " + ref;
    }

    private String edit() {
        String type = World.TYPES.get(random.nextInt(3));
        if (all(type).isEmpty()) {
            return add();
        }
        CrmRecord record = some(all(type));
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        boolean isReference = random.nextInt(3) == 0 && !type.equals("company");
        String refers = type.equals("person") ? "company" : "person";
        if (isReference && !all(refers).isEmpty()) {
            fields.put(refers, FieldValue.of(some(all(refers)).ref()));
        } else if (type.equals("person") && random.nextInt(3) == 0) {
            fields.remove("phone");
        } else {
            fields.put(type.equals("note") ? "text" : "name", FieldValue.of("edited " + ++made));
        }
        world.account().put(new CrmRecord(record.ref(), fields));
        return "people edit " + record.ref() + ": " + values(fields);
    }

    private static Map<String, Object> values(Map<String, FieldValue> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((key, value) -> values.put(key, value.value().orElse("cleared")));
        return values;
    }
}

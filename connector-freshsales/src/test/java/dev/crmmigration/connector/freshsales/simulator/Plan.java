package dev.crmmigration.connector.freshsales.simulator;

import java.util.Map;

/** The plans of the Suite: their calls per hour, storage and custom fields. */
enum Plan {
    FREE(1000, 0, 0, 0),
    GROWTH(1000, 2, 150, 1),
    PRO(2000, 5, 250, 2),
    ENTERPRISE(5000, 100, 630, 3);

    // Freshworks support article 50000002390, "custom-field limits": per type for Free, Growth, Pro, Enterprise.
    private static final Map<String, int[]> PER_TYPE = Map.of(
            "text", new int[] {0, 20, 30, 70},
            "paragraph", new int[] {0, 5, 10, 20},
            "dropdown", new int[] {0, 30, 40, 250},
            "radio", new int[] {0, 30, 40, 250},
            "multi_select_dropdown", new int[] {0, 5, 10, 30},
            "number", new int[] {0, 30, 50, 70},
            "decimal", new int[] {0, 30, 50, 70},
            "checkbox", new int[] {0, 30, 50, 70},
            "date", new int[] {0, 30, 50, 70},
            "lookup", new int[] {0, 0, 10, 50});

    private final int callsPerHour;
    private final int gigabytesPerUser;
    private final int fieldsPerObject;
    private final int column;

    Plan(int callsPerHour, int gigabytesPerUser, int fieldsPerObject, int column) {
        this.callsPerHour = callsPerHour;
        this.gigabytesPerUser = gigabytesPerUser;
        this.fieldsPerObject = fieldsPerObject;
        this.column = column;
    }

    int callsPerHour() {
        return callsPerHour;
    }

    int gigabytesPerUser() {
        return gigabytesPerUser;
    }

    int fieldsPerObject() {
        return fieldsPerObject;
    }

    /** Returns how many custom fields of a type an object may have. */
    int fieldsOfType(String type) {
        int[] amounts = PER_TYPE.get(type);
        return amounts == null ? fieldsPerObject : amounts[column];
    }
}

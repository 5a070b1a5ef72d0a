package dev.crmmigration.engine.internal.document;

/** Whether a document shows what the records hold and who is who; names of fields and all counts are always shown. */
public enum Discretion {
    WITH_VALUES {
        @Override
        String value(String value) {
            return value;
        }

        @Override
        String record(String ref) {
            return ref;
        }

        @Override
        String person(String name) {
            return name;
        }
    },
    WITHOUT_VALUES {
        @Override
        String value(String value) {
            return value.isEmpty() ? "" : HIDDEN;
        }

        @Override
        String record(String ref) {
            // The id may be an e-mail address, or the name of a company
            int end = ref.indexOf(':');
            return end < 0 ? ref : ref.substring(0, end) + ":" + HIDDEN;
        }

        @Override
        String person(String name) {
            return name.isEmpty() ? "" : HIDDEN;
        }
    };

    private static final String HIDDEN = "(left out)";

    abstract String value(String value);

    abstract String record(String ref);

    abstract String person(String name);
}

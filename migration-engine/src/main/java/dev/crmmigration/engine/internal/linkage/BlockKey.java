package dev.crmmigration.engine.internal.linkage;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;

/** What records must share, one of these at least, to be compared at all. */
enum BlockKey {
    EMAIL(0, "e-mail"),
    PHONE(1, "phone"),
    NAME_DOMAIN(2, "sound of the last name, initial and domain"),
    NAME_COMPANY(3, "sound of the last name, initial and company"),
    NAME_PHONE(4, "sound of the last name, initial and beginning of the phone"),
    NAME_POSTAL(5, "last name and postal code"),
    SOUNDS_CITY(6, "sounds of both names and city"),
    EXTERNAL(7, "external id"),
    DOMAIN(8, "domain"),
    REGISTRATION(9, "registration number"),
    COMPANY(10, "name of the company"),
    COMPANY_CITY(11, "beginning of the company's name and city");

    /** The low bits of a hash say which key it is. */
    private static final long KIND = 15;

    private static final int COMPANY_START = 5;
    private static final int PHONE_END = 4;

    private final int kind;
    private final String words;

    BlockKey(int kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    String words() {
        return words;
    }

    static BlockKey of(long key) {
        return Arrays.stream(values())
                .filter(known -> known.kind == (key & KIND))
                .findFirst()
                .orElseThrow();
    }

    /** Gives all keys of a card. */
    static void keys(Card card, Kind kind, ObjLongConsumer<BlockKey> action) {
        if (kind == Kind.CONTACT) {
            contact(card, action);
        } else {
            company(card, action);
        }
        card.phones().forEach(phone -> PHONE.put(phone, action));
        EXTERNAL.put(card.externalId(), action);
    }

    private static void contact(Card card, ObjLongConsumer<BlockKey> action) {
        card.emails().forEach(email -> EMAIL.put(email, action));
        if (card.last().isEmpty() || card.first().isEmpty()) {
            return;
        }
        String first = PersonNames.root(card.first());
        String sound = PersonNames.sound(card.last());
        String name = sound + first.charAt(0);
        NAME_DOMAIN.put(name, card.domain(), action);
        NAME_COMPANY.put(
                name,
                card.company()
                        .substring(0, Math.min(COMPANY_START, card.company().length())),
                action);
        card.phones().forEach(phone -> NAME_PHONE.put(name, phone.substring(0, phone.length() - PHONE_END), action));
        NAME_POSTAL.put(card.last(), card.postalCode(), action);
        String other = PersonNames.sound(first);
        boolean isFirst = other.compareTo(sound) < 0;
        SOUNDS_CITY.put(isFirst ? other + " " + sound : sound + " " + other, card.city(), action);
    }

    private static void company(Card card, ObjLongConsumer<BlockKey> action) {
        DOMAIN.put(card.domain(), action);
        REGISTRATION.put(card.registration(), action);
        COMPANY.put(card.company(), action);
        int second = card.company().indexOf(' ', card.company().indexOf(' ') + 1);
        COMPANY_CITY.put(second < 0 ? card.company() : card.company().substring(0, second), card.city(), action);
    }

    private void put(String part, String value, ObjLongConsumer<BlockKey> action) {
        if (!part.isEmpty() && !value.isEmpty()) {
            put(part + "|" + value, action);
        }
    }

    private void put(String value, ObjLongConsumer<BlockKey> action) {
        if (!value.isEmpty()) {
            action.accept(this, (Hash64.of(value) & ~KIND) | kind);
        }
    }
}

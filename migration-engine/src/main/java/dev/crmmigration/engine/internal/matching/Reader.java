package dev.crmmigration.engine.internal.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what the names and labels of one object's fields stand for. */
final class Reader {

    private static final int LONGEST_PHRASE = 6;
    private static final String OWN = "own";
    private static final String ADDRESS = "address";
    /** Begins phrases that mean something only beside a role, such as the code of "billing code". */
    private static final String SLOT = "slot ";

    private static final Set<String> KEY_WORDS = Set.of("id", "key", "ref", "uid", "guid");
    private static final Set<String> LINK_ENDINGS = Set.of("url", "link", "uri");
    private static final Set<String> ENDINGS = Set.of("on", "at", "date", "day", "datetime", "url", "link", "uri");
    private static final Set<String> NAME_WORDS = Set.of("name", "lookup", "link");

    private final Lexicon lexicon;
    private final Kind kind;
    private final Glue glue;
    private final Set<String> prefixes;
    private final Set<String> ownNouns;

    Reader(Lexicon lexicon, ObjectFacts object) {
        this.lexicon = lexicon;
        this.kind = object.kind();
        this.glue = new Glue(lexicon);
        this.prefixes = prefixes(object);
        this.ownNouns = new HashSet<>(lexicon.tokens(object.name()));
    }

    /** Words that begin the names of most fields are the platform's, not the fields'. */
    private Set<String> prefixes(ObjectFacts object) {
        Set<String> found = new HashSet<>();
        object.fields().forEach(field -> {
            List<String> words = Words.of(field.name());
            if (words.size() > 1 && !glue.knows(words.get(0))) {
                found.add(words.get(0));
            }
        });
        found.removeIf(prefix -> {
            long having = object.fields().stream()
                    .filter(field -> Words.of(field.name()).get(0).equals(prefix))
                    .count();
            return having < 4 || having * 5 < object.fields().size();
        });
        return found;
    }

    /** Reads the name of a field, then its label if that says something else. */
    List<Reading> read(FieldFacts field) {
        List<Reading> readings = new ArrayList<>();
        readings.add(reading(field.name(), field));
        List<String> label = words(field.label());
        if (!field.label().equals(field.name()) && !label.isEmpty()) {
            readings.add(reading(field.label(), field));
        }
        return readings;
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        List<String> split = Words.of(text);
        for (int i = 0; i < split.size(); i++) {
            if (i > 0 || split.size() == 1 || !prefixes.contains(split.get(0))) {
                words.addAll(glue.split(split.get(i)));
            }
        }
        return lexicon.tokens(String.join(" ", words));
    }

    private Reading reading(String text, FieldFacts field) {
        List<String> tokens = words(text);
        Set<String> roles = new LinkedHashSet<>();
        List<String> bare = addressNumber(tokens, roles);
        Optional<String> whole = link(bare, field).or(() -> whole(bare));
        if (whole.isPresent()) {
            addRoles(whole.get(), bare, roles);
            return new Reading(typed(whole.get(), field), roles, List.of(), true, tokens);
        }
        return parts(bare, field, roles, tokens);
    }

    /** In {@code address 2 city} the number tells addresses apart, in {@code address line 2} it tells lines apart. */
    private static List<String> addressNumber(List<String> tokens, Set<String> roles) {
        int at = tokens.indexOf(ADDRESS);
        boolean numbered = at >= 0
                && at + 2 < tokens.size()
                && tokens.get(at + 1).length() == 1
                && Character.isDigit(tokens.get(at + 1).charAt(0));
        if (!numbered) {
            return tokens;
        }
        roles.add("n" + tokens.get(at + 1));
        List<String> bare = new ArrayList<>(tokens);
        bare.remove(at + 1);
        return bare;
    }

    /** A reference that is named after the kind of record that it leads to. */
    private Optional<String> link(List<String> tokens, FieldFacts field) {
        boolean key = !tokens.isEmpty() && KEY_WORDS.contains(tokens.get(tokens.size() - 1));
        if (!key && !field.type().isLink()) {
            return Optional.empty();
        }
        List<String> bare = new ArrayList<>(tokens);
        bare.removeIf(token -> KEY_WORDS.contains(token)
                || NAME_WORDS.contains(token)
                || lexicon.role(token).filter(role -> role.equals("primary")).isPresent());
        if (bare.isEmpty()) {
            return field.refersTo()
                    .map(lexicon::kindOf)
                    .filter(to -> to != Kind.OTHER)
                    .map(Kind::link);
        }
        Optional<Kind> noun = lexicon.noun(bare).filter(to -> to != Kind.USER);
        boolean elsewhere = field.refersTo()
                .map(lexicon::kindOf)
                .filter(to -> to != Kind.OTHER && noun.isPresent() && to != noun.get())
                .isPresent();
        return noun.filter(to -> to != kind && !elsewhere).map(Kind::link);
    }

    private Optional<String> whole(List<String> tokens) {
        for (List<String> variant : variants(tokens)) {
            Optional<String> found = phrase(variant);
            if (found.isPresent()) {
                return found;
            }
        }
        return lexicon.concept(Lexicon.anyOrder(tokens), kind);
    }

    /** The ways to say the same: with the object's own noun, without it, without the key, without roles. */
    private List<List<String>> variants(List<String> tokens) {
        Set<List<String>> variants = new LinkedHashSet<>();
        variants.add(tokens);
        List<String> own =
                tokens.stream().map(token -> isOwn(token) ? OWN : token).toList();
        variants.add(own);
        List<String> deduplicated = new ArrayList<>(new LinkedHashSet<>(tokens));
        variants.add(deduplicated);
        List<String> alone = own.stream().filter(token -> !token.equals(OWN)).toList();
        if (!alone.isEmpty()) {
            variants.add(alone);
        }
        for (List<String> variant : List.copyOf(variants)) {
            List<String> keyless =
                    variant.stream().filter(token -> !KEY_WORDS.contains(token)).toList();
            if (!keyless.isEmpty()) {
                variants.add(keyless);
            }
        }
        for (List<String> variant : List.copyOf(variants)) {
            variants.addAll(endings(variant));
        }
        variants.remove(List.of());
        return List.copyOf(variants);
    }

    /** Moments end in "at", "on" or "date", and what is a link may say so. */
    private static List<List<String>> endings(List<String> tokens) {
        String last = tokens.get(tokens.size() - 1);
        if (tokens.size() < 2 || !ENDINGS.contains(last)) {
            return List.of();
        }
        List<String> bare = tokens.subList(0, tokens.size() - 1);
        if (LINK_ENDINGS.contains(last)) {
            return List.of(bare);
        }
        List<String> date = new ArrayList<>(bare);
        date.add("date");
        return List.of(date, bare);
    }

    private boolean isOwn(String token) {
        Optional<Kind> noun = lexicon.noun(token);
        return noun.isPresent()
                && (ownNouns.contains(token) || noun.get() == kind || (noun.get() == Kind.TASK && kind.isActivity()));
    }

    private Optional<String> phrase(List<String> tokens) {
        Optional<String> direct = lexicon.concept(String.join(" ", tokens), kind);
        if (direct.isPresent()) {
            return direct;
        }
        List<String> bare =
                tokens.stream().filter(token -> lexicon.role(token).isEmpty()).toList();
        Optional<String> without = slotted(bare, tokens.size());
        if (without.isPresent()) {
            return without;
        }
        List<String> leaf =
                bare.stream().filter(token -> !token.equals(ADDRESS)).toList();
        return slotted(leaf, tokens.size())
                .filter(found -> lexicon.family(found).filter(ADDRESS::equals).isPresent());
    }

    /** Roles may be taken away only where they tell slots apart. */
    private Optional<String> slotted(List<String> bare, int before) {
        if (bare.isEmpty() || bare.size() == before) {
            return Optional.empty();
        }
        String phrase = String.join(" ", bare);
        return lexicon.concept(phrase, kind)
                .filter(found -> lexicon.family(found).isPresent())
                .or(() -> lexicon.concept(SLOT + phrase, kind));
    }

    private void addRoles(String concept, List<String> tokens, Set<String> roles) {
        if (lexicon.family(concept).isPresent()) {
            boolean line = concept.startsWith("street");
            tokens.stream()
                    .filter(token -> !line || !Character.isDigit(token.charAt(0)))
                    .forEach(token -> lexicon.role(token).ifPresent(roles::add));
        }
    }

    /** A word may stand for the thing or for a reference to it. */
    private String typed(String concept, FieldFacts field) {
        boolean link = field.type().isLink();
        if (concept.equals("company_name") && link) {
            return Kind.COMPANY.link();
        }
        if (concept.equals("contact_name") && link) {
            return Kind.CONTACT.link();
        }
        if (concept.equals(Kind.COMPANY.link()) && field.type().isText()) {
            return "company_name";
        }
        if (concept.equals(Kind.CONTACT.link()) && field.type().isText()) {
            return "contact_name";
        }
        if (concept.equals("job_title")) {
            return link ? "salutation" : field.type().isNumber() ? "sort_order" : concept;
        }
        boolean single = field.type() == ValueType.TEXT || field.type() == ValueType.LONG_TEXT;
        return concept.equals(ADDRESS) && single && !field.name().contains(".") ? "street_or_address" : concept;
    }

    private Reading parts(List<String> tokens, FieldFacts field, Set<String> roles, List<String> all) {
        List<String> rest = new ArrayList<>();
        String concept = "";
        int at = 0;
        while (at < tokens.size()) {
            int length = longest(tokens, at);
            if (length == 0) {
                String token = tokens.get(at++);
                if (!isOwn(token) && !KEY_WORDS.contains(token)) {
                    rest.add(token);
                }
                continue;
            }
            String found = lexicon.concept(String.join(" ", tokens.subList(at, at + length)), kind)
                    .orElseThrow();
            if (!concept.isEmpty() && !concept.equals(found)) {
                rest.add("=" + concept);
            }
            concept = found;
            at += length;
        }
        String known = concept;
        if (lexicon.family(known).isPresent()) {
            addRoles(known, tokens, roles);
            rest.removeIf(token -> lexicon.role(token).isPresent());
        }
        if (known.isEmpty() && field.type().isLink()) {
            known = field.refersTo()
                    .map(lexicon::kindOf)
                    .filter(to -> to != Kind.OTHER && to != Kind.USER)
                    .map(Kind::link)
                    .orElse("");
        }
        return new Reading(known, roles, rest, rest.isEmpty() && !known.isEmpty(), all);
    }

    private int longest(List<String> tokens, int at) {
        for (int length = Math.min(LONGEST_PHRASE, tokens.size() - at); length > 0; length--) {
            if (lexicon.concept(String.join(" ", tokens.subList(at, at + length)), kind)
                    .isPresent()) {
                return length;
            }
        }
        return 0;
    }
}

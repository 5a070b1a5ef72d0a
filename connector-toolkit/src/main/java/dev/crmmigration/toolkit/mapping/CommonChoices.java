package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.Choice;
import java.util.List;

/** Questions that several pairs of platforms put to the customer in the same words. */
public final class CommonChoices {

    public static final String NONE = "none";

    /** The pipeline that the account shows first. */
    public static final String FIRST = "first";

    private CommonChoices() {}

    /**
     * Asks what becomes of tags at a destination that has labels instead.
     *
     * @param source what the source is called, which begins the name of the field
     */
    public static Choice tagsAsLabels(String source) {
        return Choice.of(
                "tags",
                "Tags: 'labels' makes a person label of each; 'field' makes one multi-select field '" + source
                        + " tags', which suits an account with very many tags.",
                List.of("labels", "field"),
                "labels");
    }

    /** Asks what becomes of packages that are over. */
    public static Choice closedPackages() {
        return Choice.of(
                "closedPackages",
                "Packages that are completed, expired or cancelled: 'migrate' makes won and lost deals of them; 'skip' leaves"
                        + " them out, counted; their sessions move without a deal.",
                List.of("migrate", "skip"),
                "migrate");
    }

    /**
     * Asks which pipeline deals go to, where none can be made from outside.
     *
     * @param destination what the destination is called
     */
    public static Choice accountPipeline(String destination) {
        return Choice.of(
                "pipeline",
                "The pipeline that deals go to: 'first' takes the first of the account; any other answer is the name of a"
                        + " pipeline. " + destination + " lets neither pipelines nor stages be made from outside: those"
                        + " that are missing are listed for the administrator.",
                List.of(),
                FIRST);
    }

    /**
     * Asks what kind of number phones are, where a contact has one of a kind.
     *
     * @param destination what the destination is called
     */
    public static Choice phoneField(String destination) {
        return Choice.of(
                "phoneField",
                "Where phone numbers go: 'work', which people may share; 'mobile', of which " + destination
                        + " takes each number once only.",
                List.of("work", "mobile"),
                "work");
    }

    /**
     * Asks what becomes of addresses that several people have, where each is taken once.
     *
     * @param people what they are called, in the plural and in the singular
     * @param destination what the destination is called
     * @param field the label of the field that keeps such an address
     */
    public static Choice sharedEmail(Plural people, String destination, String field) {
        return Choice.of(
                "sharedEmail",
                people.many + " with the address of another " + people.one + ", which " + destination
                        + " takes once only: 'hold' lets all but the first wait; 'field' writes them without the address,"
                        + " which then stands in the field " + field + ": an account that demands addresses refuses"
                        + " those.",
                List.of("hold", "field"),
                "hold");
    }

    /** What records are called in the plural, at the head of a sentence, and in the singular. */
    public record Plural(String many, String one) {}

    /**
     * Asks what becomes of names that several companies have, where each is taken once.
     *
     * @param companies what they are called, in the plural
     * @param source what the source is called
     * @param destination what the destination is called
     */
    public static Choice equalNames(String companies, String source, String destination) {
        return Choice.of(
                "equalNames",
                companies + " of one name, which " + destination + " takes once only: 'number' puts " + source
                        + "'s id behind the name of all but the first; 'keep' leaves the names as they are, for accounts"
                        + " that allow it.",
                List.of("number", "keep"),
                "number");
    }

    /**
     * Asks where the industry of companies goes, where the account lists them.
     *
     * @param companies what they are called, in the plural
     * @param source what the source is called
     * @param field the label of the field that keeps its words
     */
    public static Choice industry(String companies, String source, String field) {
        return Choice.of(
                "industry",
                "The industry of " + companies
                        + ": 'list' takes it from the account's own list of industries, word by word"
                        + " in the plan; 'field' keeps " + source + "'s words in the field " + field + ".",
                List.of("list", "field"),
                "list");
    }

    /** Asks how notes speak of their images, where images are files of the contact. */
    public static Choice noteImages() {
        return Choice.of(
                "noteImages",
                "Images of notes become files of the contact: 'link' makes [image 1] in the text a link to the file, so that a"
                        + " note waits for its images; 'name' leaves the words alone.",
                List.of("link", "name"),
                "link");
    }

    /** Asks what becomes of sessions of several clients, where an appointment hangs on one contact. */
    public static Choice groupSessions() {
        return Choice.of(
                "groupSessions",
                "Sessions of several clients, as an appointment hangs on one contact: 'each' makes an appointment for every"
                        + " client; 'first' makes one for the first client and names the others in it.",
                List.of("each", FIRST),
                "each");
    }

    /**
     * Asks who owns what has no coach.
     *
     * @param source what the source is called
     * @param destination what the destination is called
     */
    public static Choice defaultOwner(String source, String destination) {
        return Choice.of(
                "defaultOwner",
                "The e-mail address of the " + destination + " user who owns what has no coach in " + source
                        + "; 'none' lets those records wait for one.",
                List.of(),
                NONE);
    }
}

package dev.crmmigration.connector.profi;

import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.toolkit.bundle.AttachmentFiles;
import dev.crmmigration.toolkit.bundle.Bundle;
import dev.crmmigration.toolkit.bundle.BundleObject;
import dev.crmmigration.toolkit.bundle.BundleRows;
import dev.crmmigration.toolkit.bundle.BundleSurvey;
import dev.crmmigration.toolkit.bundle.Clients;
import dev.crmmigration.toolkit.bundle.Coaches;
import dev.crmmigration.toolkit.bundle.People;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.linkage.Names;
import dev.crmmigration.toolkit.linkage.PackageLinks;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the bundle says as a whole, which no row says alone; holds keys and links only. */
final class Survey implements BundleSurvey {

    private final BundleRows rows;
    private final People people;
    private final Packages packages = new Packages();
    private final Sessions sessions;
    private final PackageLinks links;
    private final LinkFacts facts;
    private final Map<String, String> organizationsByName = new HashMap<>();
    private final Set<String> organizations = new HashSet<>();
    private final Set<String> ambiguousNames = new HashSet<>();
    private final Map<String, Instant> lastUse = new HashMap<>();
    private final Map<String, String> enrollmentClients = new HashMap<>();
    private final AttachmentFiles attachments;
    private final Completion completion;
    private long privateNotes;

    private Survey(Bundle bundle) {
        this.rows = new BundleRows(bundle);
        this.people = new People(new Coaches(), new Clients(bundle.settings().merges()));
        this.sessions = new Sessions(bundle.zone());
        this.links = new PackageLinks(bundle.zone());
        this.facts = new LinkFacts(this, links, bundle.zone());
        this.attachments = new AttachmentFiles(bundle.folder());
        this.completion = new Completion(this);
    }

    static Survey of(Bundle bundle) {
        Survey survey = new Survey(bundle);
        for (BundleObject object : ProfiObject.ALL) {
            survey.look(object);
        }
        survey.sessions.conclude();
        survey.facts.handOver();
        survey.links.conclude();
        survey.facts.conclude();
        return survey;
    }

    private void look(BundleObject object) {
        rows.look(object, this::see);
        if (object.is(ProfiObject.CLIENT)) {
            people.clients().conclude();
        }
    }

    private void see(RowDraft row) {
        switch (row.object().name()) {
            case "coach" -> people.coaches().see(row);
            case "organization" -> seeOrganization(row);
            case "client" ->
                people.clients().see(row, people.coaches().email(row.text("owner_coach_id"), row.text("owner_email")));
            case "package" -> packages.see(row);
            case "enrollment" -> facts.seeEnrollment(row);
            case "session" -> facts.seeSession(row);
            case "session_participant" -> facts.seeParticipant(row);
            case "note" -> seeNote(row);
            case "invoice_line" -> links.addInvoiced(row.text("session_id"), row.text("enrollment_id"));
            case "invoice" -> links.addInvoiced(row.text("session_id"), row.text("enrollment_id"));
            case "attachment" -> attachments.see(row);
            case "custom_field_value" -> rows.seeCustomValue(row);
            default -> {}
        }
    }

    private void seeOrganization(RowDraft row) {
        organizations.add(row.id());
        String name = Names.compared(row.text("name"));
        if (organizationsByName.put(name, row.id()) != null) {
            ambiguousNames.add(name);
        }
    }

    private void seeNote(RowDraft row) {
        sessions.seeNote(row);
        if (row.text("visibility").equals("private")) {
            privateNotes++;
        }
    }

    /** Remembers when an enrollment was last used. */
    void used(String enrollment, Instant moment) {
        lastUse.merge(enrollment, moment, (one, other) -> one.isAfter(other) ? one : other);
    }

    Optional<Instant> lastUse(String enrollment) {
        return Optional.ofNullable(lastUse.get(enrollment));
    }

    void enrolled(String enrollment, String client) {
        enrollmentClients.put(enrollment, client);
    }

    /** Returns the client of an enrollment, or empty text. */
    String clientOfEnrollment(String enrollment) {
        return enrollmentClients.getOrDefault(enrollment, "");
    }

    boolean hasEnrollment(String enrollment) {
        return enrollmentClients.containsKey(enrollment);
    }

    /** Returns the organization of that name, if only one has it. */
    Optional<String> organization(String name) {
        String compared = Names.compared(name);
        return ambiguousNames.contains(compared)
                ? Optional.empty()
                : Optional.ofNullable(organizationsByName.get(compared));
    }

    boolean hasOrganization(String id) {
        return organizations.contains(id);
    }

    Bundle bundle() {
        return rows.bundle();
    }

    @Override
    public BundleRows rows() {
        return rows;
    }

    People people() {
        return people;
    }

    Packages packages() {
        return packages;
    }

    Sessions sessions() {
        return sessions;
    }

    PackageLinks links() {
        return links;
    }

    @Override
    public AttachmentFiles attachments() {
        return attachments;
    }

    @Override
    public void complete(RowDraft row) {
        completion.complete(row);
    }

    @Override
    public SourceInventory inventory() {
        return new ProfiInventory(this).inventory();
    }

    long privateNotes() {
        return privateNotes;
    }
}

package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.record.Content;
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
import dev.crmmigration.toolkit.linkage.PackageLinks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the bundle says as a whole, which no row says alone; holds keys, tags and links only. */
final class Survey implements BundleSurvey {

    private static final String REFERRAL = "referral_source";

    private final BundleRows rows;
    private final People people;
    private final Affiliations affiliations = new Affiliations();
    private final Groups groups = new Groups();
    private final Tags tags = new Tags(groups);
    private final Offers offers = new Offers();
    private final StatusChanges changes = new StatusChanges();
    private final Sessions sessions = new Sessions();
    private final PackageLinks links;
    private final PackageFacts facts;
    private final Forms forms;
    private final AttachmentFiles attachments;
    private final ContractLinks contractLinks;
    private final Contracts contracts;
    private final Completion completion;
    private final Map<String, String> packageClients = new HashMap<>();
    private final Map<String, Instant> lastUse = new HashMap<>();

    private final Map<String, String> referrals = new HashMap<>();
    private long invoicesAlone;

    private Survey(Bundle bundle, PracticeSettings settings, HttpSettings http) {
        this.rows = new BundleRows(bundle);
        this.people = new People(new Coaches(), new Clients(bundle.settings().merges()));
        this.links = new PackageLinks(bundle.zone());
        this.facts = new PackageFacts(this, links);
        this.forms = new Forms(bundle.folder());
        this.attachments = new AttachmentFiles(bundle.folder());
        this.contractLinks = new ContractLinks(settings.fetchesContracts(), http);
        this.contracts = new Contracts(attachments, contractLinks);
        this.completion = new Completion(this);
    }

    static Survey of(Bundle bundle, PracticeSettings settings, HttpSettings http) {
        Survey survey = new Survey(bundle, settings, http);
        for (BundleObject object : PracticeObject.ALL) {
            survey.rows.look(object, survey::see);
            if (object.is(PracticeObject.CLIENT)) {
                survey.people.clients().conclude();
            }
        }
        survey.groups.conclude();
        survey.tags.conclude(settings.restoresTags());
        survey.facts.handOver();
        survey.links.conclude();
        survey.facts.conclude();
        survey.contracts.conclude();
        return survey;
    }

    private void see(RowDraft row) {
        switch (row.object().name()) {
            case "coach" -> people.coaches().see(row);
            case "company" -> affiliations.seeCompany(row);
            case "client" -> seeClient(row);
            case "client_company" -> affiliations.see(row, people.clientOf(row));
            case "group" -> groups.see(row);
            case "group_member" -> seeMember(row);
            case "package" -> offers.see(row);
            case "package_status_change" -> changes.see(row);
            case "client_package" -> facts.seePackage(row);
            case "session" -> facts.seeSession(row);
            case "session_attendee" -> facts.seeAttendee(row);
            case "form_response" -> forms.seeResponse(row, people.clientOf(row));
            case "form_answer" -> seeAnswer(row);
            case "note" -> sessions.seeNote(row);
            case "invoice" -> seeInvoice(row);
            case "contract" -> contracts.see(row);
            case "attachment" -> attachments.see(row);
            case "property_value" -> seeProperty(row);
            default -> {}
        }
    }

    private void seeClient(RowDraft row) {
        people.clients()
                .see(row, people.coaches().email(row.text("assigned_coach_id"), row.text("assigned_coach_email")));
        affiliations.seeClient(row);
        tags.see(row.id(), row.list("tags"));
        groups.seeNames(row.id(), row.list("groups"));
    }

    private void seeMember(RowDraft row) {
        String client = people.clientOf(row);
        if (!client.isEmpty()) {
            groups.seeMember(row.text("group_id"), client);
        }
    }

    private void seeAnswer(RowDraft row) {
        forms.seeAnswer(row);
        forms.questionOf(row)
                .ifPresent(question -> rows.pick(PracticeObject.CLIENT, question.property(), row.text("answer")));
    }

    private void seeInvoice(RowDraft row) {
        if (!hasClientPackage(row.text("client_package_id"))) {
            invoicesAlone++;
        }
    }

    /** Referral sources may stand among the properties as well. */
    private void seeProperty(RowDraft row) {
        rows.seeCustomValue(row);
        if (row.text("entity_type").equals("client") && row.text("property_key").equals(REFERRAL)) {
            people.clients()
                    .find(row.text("entity_id"), "")
                    .ifPresent(client -> referrals.putIfAbsent(client.id(), row.text("value")));
        }
    }

    /** Returns how a client came by the values of properties, or empty text. */
    String referralOf(String client) {
        return referrals.getOrDefault(client, "");
    }

    /** Returns how many invoices are of no package of the export. */
    long invoicesAlone() {
        return invoicesAlone;
    }

    /** Remembers whose a package is. */
    void assigned(String clientPackage, String client) {
        packageClients.put(clientPackage, client);
    }

    /** Returns whose a package is, or empty text. */
    String clientOfPackage(String clientPackage) {
        return packageClients.getOrDefault(clientPackage, "");
    }

    boolean hasClientPackage(String clientPackage) {
        return packageClients.containsKey(clientPackage);
    }

    /** Remembers when a package was last used. */
    void used(String clientPackage, Instant moment) {
        lastUse.merge(clientPackage, moment, (one, other) -> one.isAfter(other) ? one : other);
    }

    Optional<Instant> lastUse(String clientPackage) {
        return Optional.ofNullable(lastUse.get(clientPackage));
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(bundle().zone()).toLocalDate();
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

    Affiliations affiliations() {
        return affiliations;
    }

    Groups groups() {
        return groups;
    }

    Tags tags() {
        return tags;
    }

    Offers offers() {
        return offers;
    }

    StatusChanges changes() {
        return changes;
    }

    Sessions sessions() {
        return sessions;
    }

    PackageLinks links() {
        return links;
    }

    Forms forms() {
        return forms;
    }

    Contracts contracts() {
        return contracts;
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
    public Optional<Content> open(String attachment) {
        return contracts.open(attachment);
    }

    @Override
    public SourceInventory inventory() {
        return new PracticeInventory(this).inventory();
    }

    @Override
    public void close() {
        contractLinks.close();
    }
}

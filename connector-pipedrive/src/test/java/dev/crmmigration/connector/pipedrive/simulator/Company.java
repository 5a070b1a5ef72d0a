package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account with its calls and its ledger: all that a reset replaces. Whoever uses the account's records holds its monitor. */
final class Company {

    private final Account account;
    private final Ledger ledger = new Ledger();
    private final Limits limits;
    private final Map<String, EntityEndpoints> entities = new LinkedHashMap<>();
    private final Map<String, FieldEndpoints> fields = new LinkedHashMap<>();
    private final Notes notes;
    private final Map<String, Editable> editables = new HashMap<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Routes<Endpoint> routes = new Routes<>();

    Company(Account account) {
        this.account = account;
        this.limits = new Limits(account.settings(), account.clock(), ledger);
        Stages stages = new Stages(account);
        add(new Organizations(account));
        add(new Persons(account));
        add(new Deals(account));
        add(new Activities(account));
        add(new Products(account));
        add(new Pipelines(account, stages));
        add(stages);
        account.catalogs().forEach(this::add);
        this.notes = new Notes(account);
        editables.put("notes", notes);
        endpoints.addAll(notes.endpoints());
        Leads leads = new Leads(account);
        editables.put("leads", leads);
        endpoints.addAll(leads.endpoints());
        endpoints.addAll(new LeadSearch(account, leads).endpoints());
        endpoints.addAll(LeadSources.endpoints());
        LeadLabels leadLabels = new LeadLabels(account);
        editables.put("leadLabels", leadLabels);
        endpoints.addAll(leadLabels.endpoints());
        editables.put("dealProducts", new DealLines(account));
        Files files = new Files(account);
        editables.put("files", files);
        endpoints.addAll(files.endpoints());
        endpoints.addAll(new FileLists(account).endpoints());
        endpoints.addAll(new RemoteFiles(account).endpoints());
        endpoints.addAll(new NoteComments(account).endpoints());
        OrganizationRelationships relationships = new OrganizationRelationships(account);
        editables.put("organizationRelationships", relationships);
        endpoints.addAll(relationships.endpoints());
        endpoints.addAll(new Webhooks(account).endpoints());
        endpoints.addAll(new UserRights(account).endpoints());
        endpoints.addAll(new UserInvitations(account).endpoints());
        endpoints.addAll(new Users(account).endpoints());
        endpoints.addAll(new ActivityTypes(account).endpoints());
        endpoints.addAll(new Currencies(account).endpoints());
        endpoints.addAll(new ArchivedDeals(entity("deals")).endpoints());
        endpoints.addAll(new FilterHelpers().endpoints());
        endpoints.addAll(new Filters(account).endpoints());
        fields.forEach((name, v2) -> endpoints.addAll(new FieldsV1(account, account.catalog(name), v2).endpoints()));
        endpoints.addAll(new SystemFieldsV1(account).endpoints());
        endpoints.addAll(new Merges(this).endpoints());
        endpoints.addAll(new SearchEndpoints(this).endpoints());
        new Extras(this).addTo(endpoints);
        endpoints.forEach(endpoint -> routes.add(endpoint.method(), endpoint.template(), endpoint));
    }

    private void add(Entity entity) {
        EntityEndpoints all = new EntityEndpoints(account, entity);
        entities.put(entity.table().name(), all);
        endpoints.addAll(all.endpoints());
    }

    private void add(FieldCatalog catalog) {
        FieldEndpoints all =
                new FieldEndpoints(account, catalog, !catalog.name().equals("activityFields"));
        fields.put(catalog.name(), all);
        endpoints.addAll(all.endpoints());
    }

    Account account() {
        return account;
    }

    Ledger ledger() {
        return ledger;
    }

    Limits limits() {
        return limits;
    }

    Routes<Endpoint> routes() {
        return routes;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    Notes notes() {
        return notes;
    }

    /** Returns how the records of a table are changed by a person. */
    Editable editable(Table table) {
        EntityEndpoints entity = entities.get(table.name());
        if (entity != null) {
            return entity;
        }
        Editable own = editables.get(table.name());
        return own != null ? own : new PlainRecords(account, table);
    }

    /** Returns the calls of an object of v2, or {@code null}. */
    @Nullable
    EntityEndpoints find(String object) {
        return entities.get(object);
    }

    @Nullable
    FieldEndpoints findFields(String catalog) {
        return fields.get(catalog);
    }

    EntityEndpoints entity(String object) {
        EntityEndpoints found = entities.get(object);
        if (found == null) {
            throw new IllegalArgumentException("there is no object " + object);
        }
        return found;
    }

    /** Returns the document of a row as it is now. */
    byte[] document(Table table, Row row) {
        EntityEndpoints entity = entities.get(table.name());
        return entity == null ? row.document() : entity.documents().of(row);
    }
}

package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;
import dev.crmmigration.testkit.contract.LyingDestination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Pipedrive with a catalog that lies about its organizations. Each constant names the rule that finds it out. */
enum FalseTraits {
    NONE {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return traits;
        }
    },
    D32 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return new ObjectTraits(
                    2, traits.concurrency(), ReadBack.PAGES, traits.keyField(), false, traits.visibleAfter(), true);
        }
    },
    D35 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return traits.withReadBack(ReadBack.BY_PARENT);
        }
    },
    D36 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return traits.withKeyField("No such field");
        }
    },
    D37 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return new ObjectTraits(
                    1, traits.concurrency(), ReadBack.PAGES, traits.keyField(), true, traits.visibleAfter(), true);
        }
    },
    /** The simulator's index of changes lags behind, and a record that is not on the newest page is found by it only. */
    D38 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return traits.withVisibleAfter(Duration.ZERO);
        }
    },
    D39 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return new ObjectTraits(
                    1, traits.concurrency(), ReadBack.PAGES, traits.keyField(), false, traits.visibleAfter(), false);
        }
    };

    static final String PARAMETER = "contract.traits";

    private static final ObjectType ORGANIZATION = ObjectType.of("organization");
    private static final Set<ObjectType> SHOWN = Set.of(ORGANIZATION, ObjectType.of("person"));

    abstract ObjectTraits of(ObjectTraits traits);

    private ObjectDescription of(ObjectDescription object) {
        return object.type().equals(ORGANIZATION)
                ? new ObjectDescription(object.type(), object.fields(), of(object.traits()))
                : object;
    }

    /** Shows two objects only: the others have nothing to do with the lie. */
    private Catalog of(Catalog catalog) {
        return new Catalog(
                catalog.account(),
                catalog.objects().stream()
                        .filter(object -> SHOWN.contains(object.type()))
                        .map(this::of)
                        .toList(),
                catalog.users());
    }

    /** The suite on it. Run by the test of the suite only. */
    @ExtendWith(Chosen.class)
    static final class Case extends DestinationContract {

        private final FalseTraits traits;

        Case(FalseTraits traits) {
            this.traits = traits;
        }

        @Override
        protected ContractAccount account() {
            return new BusyAccount(new LyingDestination(new PipedriveDestination(), traits::of));
        }
    }

    /** An account in which others make more organizations in a minute than there are on a page. */
    private static final class BusyAccount extends PipedriveContractAccount {

        private static final Duration MINUTE = Duration.ofMinutes(1);
        private static final String MANY = "{\"organizations\": 501}";

        BusyAccount(Destination destination) {
            super(destination);
        }

        @Override
        public List<SchemaElement> schema() {
            return super.schema().stream()
                    .filter(element -> SHOWN.contains(element.object()))
                    .toList();
        }

        @Override
        public void pass(Duration time) {
            if (time.compareTo(MINUTE) > 0) {
                others();
            }
            super.pass(time);
        }

        private void others() {
            HttpRequest request = HttpRequest.newBuilder(simulator().url().resolve("/__simulator/seed"))
                    .POST(HttpRequest.BodyPublishers.ofString(MANY))
                    .build();
            try {
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Hands over which traits are false. */
    static final class Chosen implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FalseTraits.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return valueOf(context.getConfigurationParameter(PARAMETER).orElse(NONE.name()));
        }
    }
}

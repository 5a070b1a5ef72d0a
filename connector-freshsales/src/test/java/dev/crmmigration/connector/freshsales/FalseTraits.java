package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.DestinationContract;
import dev.crmmigration.testkit.contract.LyingDestination;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Freshsales with a catalog that lies about its accounts. Each constant names the rule that finds it out. */
enum FalseTraits {
    D32 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return traits(traits, 2, false, true);
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
            return traits(traits, 1, true, true);
        }
    },
    D39 {
        @Override
        ObjectTraits of(ObjectTraits traits) {
            return traits(traits, 1, false, false);
        }
    };

    static final String PARAMETER = "contract.traits";

    private static final ObjectType ACCOUNT = ObjectType.of("sales_account");

    abstract ObjectTraits of(ObjectTraits traits);

    private static ObjectTraits traits(ObjectTraits honest, int batch, boolean repeatable, boolean deletable) {
        return new ObjectTraits(
                batch, 2, honest.readBack(), honest.keyField(), repeatable, honest.visibleAfter(), deletable);
    }

    /** Shows accounts only: the other objects have nothing to do with the lie. */
    private Catalog of(Catalog catalog) {
        return new Catalog(
                catalog.account(),
                catalog.object(ACCOUNT).stream()
                        .map(object -> new ObjectDescription(object.type(), object.fields(), of(object.traits())))
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
            return new FreshsalesContractAccount(
                    new LyingDestination(new FreshsalesDestination(), traits::of), "stock");
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
            return valueOf(context.getConfigurationParameter(PARAMETER).orElse(D39.name()));
        }
    }
}

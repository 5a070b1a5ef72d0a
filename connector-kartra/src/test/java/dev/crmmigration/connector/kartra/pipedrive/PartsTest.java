package dev.crmmigration.connector.kartra.pipedrive;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Contribution;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.MappingPart.Resolution;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the parts of all rows together, whatever the customer decides and whatever the export lacks. */
class PartsTest {

    private record Part(String mapping, MappingPart content) {}

    /** All parts of all rows in one context. */
    record Table(InventedContext context, List<Part> parts) {}

    static Stream<Table> tables() {
        Stream<InventedContext> answers = InventedContext.rows().stream()
                .flatMap(row -> row.choices().stream())
                .distinct()
                .flatMap(PartsTest::answers);
        Stream<InventedContext> gaps = Stream.of("contact", "transaction", "subscription", "appointment", "affiliate")
                .map(object -> new InventedContext().without(object));
        Stream<InventedContext> columns = Stream.of(
                        "contact.email",
                        "contact.company",
                        "contact.created",
                        "contact.tags",
                        "contact.owner_email",
                        "transaction.refund_of",
                        "transaction.subscription_id",
                        "transaction.date",
                        "transaction.product",
                        "subscription.end_date",
                        "appointment.class_name",
                        "affiliate.lead_id")
                .map(column -> column.split("\\.", -1))
                .map(column -> new InventedContext().without(column[0], column[1]));
        return Stream.of(answers, gaps, columns).flatMap(all -> all).map(PartsTest::table);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void printEveryExpressionSoThatItReadsBack(Table table) {
        assertThat(expressions(table))
                .isNotEmpty()
                .allSatisfy(
                        over -> assertThat(Expression.parse(over.expression().toString()))
                                .isEqualTo(over.expression()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readOnlyColumnsThatTheExportHas(Table table) {
        List<String> missing = nodes(table)
                .filter(node -> !isThere(node, table.context()))
                .map(node -> node.object() + "." + node.expression())
                .distinct()
                .toList();

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nameOnlyRowsAndValueMapsThatAreThere(Table table) {
        Set<String> rows =
                InventedContext.rows().stream().map(ObjectMapping::name).collect(toSet());
        Set<String> maps = InventedContext.rows().stream()
                .flatMap(row -> row.valueMaps(table.context()).stream())
                .map(map -> map.name())
                .collect(toSet());

        assertThat(nodes(table)).allSatisfy(node -> {
            if (node.expression() instanceof Expression.Link link) {
                assertThat(rows).contains(link.mapping());
            }
            if (node.expression() instanceof Expression.MapValue map) {
                assertThat(maps).contains(map.valueMap());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void setNoFieldTwice(Table table) {
        assertThat(records(table)).allSatisfy(part -> {
            List<String> set = fieldsOf(part, table)
                    .filter(field -> !field.adds())
                    .map(FieldMapping::target)
                    .toList();

            assertThat(set).doesNotHaveDuplicates();
            assertThat(fieldsOf(part, table).filter(FieldMapping::adds).map(FieldMapping::target))
                    .allSatisfy(added -> assertThat(set).doesNotContain(added));
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void setOnlyFieldsThatTheAccountHasOrGets(Table table) {
        Set<String> made = table.parts().stream()
                .flatMap(part -> part.content().schema().stream())
                .map(element -> element.object() + "." + element.label())
                .collect(toSet());

        assertThat(records(table)).allSatisfy(part -> {
            ObjectType to = ((Records) part.content()).to();
            assertThat(fieldsOf(part, table).map(FieldMapping::target))
                    .allSatisfy(target -> assertThat(made.contains(to + "." + target) || accountHas(table, to, target))
                            .as("%s.%s", to, target)
                            .isTrue());
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void needEveryElementInOneForm(Table table) {
        List<SchemaElement> elements = table.parts().stream()
                .flatMap(part -> part.content().schema().stream())
                .distinct()
                .toList();

        assertThat(elements)
                .extracting(element ->
                        element.object() + " " + element.kind() + " " + element.properties() + " " + element.label())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void giveOwnersToEverythingThatIsWritten(Table table) {
        assertThat(records(table)
                        .filter(part -> accountHas(table, ((Records) part.content()).to(), "owner_id"))
                        .map(part -> part.content().from()))
                .allSatisfy(from -> assertThat(table.parts().stream().map(Part::content))
                        .anyMatch(part -> part instanceof Resolution owner
                                && owner.from().equals(from)
                                && owner.email().toString().contains(InventedContext.OWNER)));
    }

    private static Stream<InventedContext> answers(Choice choice) {
        List<String> others = switch (choice.name()) {
            case "pipelines" -> List.of("kartra", "Shop");
            case "dealTags" -> List.of("none", "VIP, Webinar attended");
            default -> choice.options();
        };
        return others.stream()
                .map(answer -> new InventedContext()
                        .option("person", "marketing_status", Option.of("subscribed", "Subscribed"))
                        .withDestinationField(
                                "person",
                                FieldDescription.builder("postal_address", FieldType.ADDRESS)
                                        .build())
                        .answering(choice.name(), answer));
    }

    private static Table table(InventedContext context) {
        List<Part> parts = new ArrayList<>();
        for (ObjectMapping row : InventedContext.rows()) {
            row.define(context).forEach(part -> parts.add(new Part(row.name(), part)));
        }
        return new Table(context, parts);
    }

    private static Stream<Part> records(Table table) {
        return table.parts().stream().filter(part -> part.content() instanceof Records);
    }

    private static Stream<FieldMapping> fieldsOf(Part part, Table table) {
        Records records = (Records) part.content();
        List<FieldMapping> fields = new ArrayList<>(records.fields());
        for (Part other : table.parts()) {
            if (other.content() instanceof Contribution contribution
                    && contribution.toMapping().equals(part.mapping())
                    && contribution.toPart().equals(records.part())) {
                fields.addAll(contribution.fields());
            }
        }
        return fields.stream();
    }

    private static Stream<Walk.Over> expressions(Table table) {
        return table.parts().stream().flatMap(part -> Walk.expressions(part.content()).stream());
    }

    private static Stream<Walk.Over> nodes(Table table) {
        return expressions(table).flatMap(over -> Walk.nodes(over).stream());
    }

    private static boolean accountHas(Table table, ObjectType object, String field) {
        return table.context()
                .destination()
                .object(object)
                .flatMap(found -> found.field(field))
                .isPresent();
    }

    private static boolean isThere(Walk.Over node, InventedContext context) {
        if (!(node.expression() instanceof Expression.Field field)
                || field.path().get(0).equals(Expression.ID)) {
            return true;
        }
        return context.described(node.object())
                .flatMap(object -> object.field(field.path().get(0)))
                .isPresent();
    }
}

package dev.crmmigration.examples.cli;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.PairDescription;
import dev.crmmigration.examples.cli.text.Table;
import dev.crmmigration.examples.cli.text.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what can be migrated with the connectors on board. */
@Command(
        name = "platforms",
        mixinStandardHelpOptions = true,
        description = "Lists the pairs of platforms, the settings of their connectors, and the simulators.")
final class PlatformsCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    PlatformsCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    @Override
    public Integer call() {
        List<PairDescription> pairs = Migration.pairs();
        List<Platforms.Connector> connectors = Platforms.connectors();
        if (migrate.isJson()) {
            migrate.host().out().println(Platforms.json(pairs, connectors).toPrettyString());
        } else {
            print(pairs, connectors, new Text(migrate.host().out()));
        }
        migrate.host().out().flush();
        return ExitCode.DONE.number();
    }

    private static void print(List<PairDescription> pairs, List<Platforms.Connector> connectors, Text text) {
        Table table = Table.of("from", "to", "rows", "one-to-one", "mappings in all");
        for (PairDescription pair : pairs) {
            table.row(
                    pair.source(),
                    pair.destination(),
                    pair.rows(),
                    pair.oneToOne(),
                    pair.mappings().size());
        }
        text.table("Pairs", table);
        for (Platforms.Connector connector : connectors) {
            text.list(
                    "Settings of the " + connector.kind() + " " + connector.platform(),
                    connector.settings().stream().map(PlatformsCommand::words).toList());
        }
        text.list("Simulators", Platforms.simulators());
    }

    private static String words(Setting setting) {
        StringBuilder words = new StringBuilder(setting.name());
        if (setting.required()) {
            words.append(setting.secret() ? " (required, secret)" : " (required)");
        }
        setting.defaultValue()
                .ifPresent(value -> words.append(" (").append(value).append(" by default)"));
        return words.append(": ").append(setting.meaning()).toString();
    }
}

package dev.crmmigration.examples.quickstart;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.examples.cli.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** An account of somebody, in real time. */
final class RealAccount implements TargetAccount {

    private final Options options;
    private final String token;
    private final BufferedReader keyboard;

    RealAccount(Options options, String token, BufferedReader keyboard) {
        this.options = options;
        this.token = token;
        this.keyboard = keyboard;
    }

    @Override
    public Settings settings() {
        return Settings.of("baseUrl", options.baseUrl())
                .with("plan", options.plan())
                .with("seats", options.seats())
                .secret("apiToken", token);
    }

    @Override
    public void introduce(Text text) {
        text.paragraph("The account is " + options.baseUrl() + ", plan " + options.plan() + ", " + options.seats()
                + " seats; its automations are taken as '" + options.automations()
                + "'. Nothing is written before you have said yes.");
    }

    @Override
    public boolean mayBeWritten(Text text) {
        text.heading("This is a REAL account. Everything that is written will be taken back in the end, by the same"
                + " program.");
        text.line("Type yes to go on, anything else to leave it as it is:");
        return "yes".equals(typed());
    }

    @Override
    public boolean addUsers(List<String> emails, Text text) {
        text.line("Invite the user in Pipedrive, then type yes; anything else goes on without:");
        return "yes".equals(typed());
    }

    private String typed() {
        try {
            String line = keyboard.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public boolean waitFor(StepResult parked, Text text) {
        return false;
    }
}

package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owners who have another form of an address at the source than at the destination. */
class OwnerAliasTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void owned() {
        bench = new Bench(folder);
    }

    private Plan.OwnerView owner(String atTheSource) {
        bench.source.add(Bench.customer(1).put("owner", atTheSource).build());
        try (Migration migration = bench.open()) {
            return Bench.plan(migration).owners().stream()
                    .filter(owner -> owner.email().equalsIgnoreCase(atTheSource))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Anna@Acme.example, anna@acme.example",
        "anna+crm@acme.example, anna@acme.example",
        "anna@acme.example, anna+box@acme.example",
        "anna@googlemail.com, anna@gmail.com"
    })
    void areMatched_whenTheAddressIsAFormOfTheirs(String atTheSource, String user) {
        bench.account.user(user);

        Plan.OwnerView owner = owner(atTheSource);

        assertThat(owner.outcome()).isEqualTo("matched");
        assertThat(owner.becomes()).isEqualTo(user);
    }

    @Test
    void areMatchedAtAnotherDomain_whenThePlanSaysThatItIsTheSame() {
        bench.account.user("anna@acme.example");
        bench.policies.put("ownerDomains", "acme.com=acme.example, old.example=acme.example");

        assertThat(owner("anna@acme.com").becomes()).isEqualTo("anna@acme.example");
    }

    @Test
    void areNotMatchedAtAnotherDomain_otherwise() {
        bench.account.user("anna@acme.example");

        assertThat(owner("anna@acme.com").outcome()).isEqualTo("held");
    }

    @Test
    void areNotMatched_whenSeveralUsersCouldBeMeant() {
        bench.account.user("anna+one@acme.example");
        bench.account.user("anna+two@acme.example");

        assertThat(owner("anna@acme.example").outcome()).isEqualTo("held");
    }

    @Test
    void areAskedAbout_whenTheDomainsMakeNoSense() {
        bench.customers(1).policies.put("ownerDomains", "acme");

        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .extracting(Plan.Question::where)
                    .containsExactly("choices: ownerDomains");
        }
    }
}

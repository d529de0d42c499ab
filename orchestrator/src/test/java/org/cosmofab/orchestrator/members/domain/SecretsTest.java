package org.cosmofab.orchestrator.members.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private final Secrets secrets = new Secrets(1000);

    @Test
    void aChosenSecretMatchesItsHashAndNoOtherDoes() {
        String hash = secrets.chosen("correct horse", "salt");

        assertThat(secrets.matches("correct horse", hash)).isTrue();
        assertThat(secrets.matches("correct horsf", hash)).isFalse();
        assertThat(secrets.matches("", hash)).isFalse();
    }

    @Test
    void theHashDoesNotTellTheSecretAndDiffersBySalt() {
        assertThat(secrets.chosen("correct horse", "one")).doesNotContain("correct");
        assertThat(secrets.chosen("correct horse", "one")).isNotEqualTo(secrets.chosen("correct horse", "two"));
    }

    @Test
    void hashesOfFewerRoundsStillMatchWhenTheRoundsGrow() {
        String old = secrets.chosen("correct horse", "salt");

        assertThat(new Secrets(2000).matches("correct horse", old)).isTrue();
    }

    @Test
    void aGeneratedSecretIsHashedAsThePublishedVectorSays() {
        // Source: FIPS 180-2, appendix B.1.
        assertThat(Secrets.generated("abc"))
                .isEqualTo("sha256$ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(secrets.matches("abc", Secrets.generated("abc"))).isTrue();
        assertThat(secrets.matches("abd", Secrets.generated("abc"))).isFalse();
    }

    @Test
    void nobodysSecretIsNeverRight() {
        assertThat(secrets.matches("nobody's", Optional.empty())).isFalse();
        assertThat(secrets.matches("correct horse", Optional.of(secrets.chosen("correct horse", "salt"))))
                .isTrue();
    }

    @Test
    void timeDoesNotTellWhetherThereIsALogin() {
        Secrets slow = new Secrets(100_000);
        Optional<String> known = Optional.of(slow.chosen("correct horse", "salt"));
        slow.matches("a guess", known);

        double quotient = (double) work(() -> slow.matches("a guess", Optional.empty()))
                / work(() -> slow.matches("a guess", known));

        assertThat(quotient).isBetween(0.7, 1.4);
    }

    /** The least time of the processor that this thread needs, whatever else the machine does. */
    private static long work(Runnable task) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, 5)
                .mapToLong(i -> {
                    long before = threads.getCurrentThreadCpuTime();
                    task.run();
                    return threads.getCurrentThreadCpuTime() - before;
                })
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaa", "abababababab", "Ada-Lovelace", ""})
    void aSecretThatIsEasyToGuessIsWeak(String secret) {
        assertThat(Secrets.strong("ada-lovelace", secret)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a good secret", "éàüöñçßøåæ", "0123456789"})
    void anyOtherSecretIsStrong(String secret) {
        assertThat(Secrets.strong("ada", secret)).isTrue();
    }

    @Test
    void aHashOfAnUnknownKindIsABug() {
        assertThatThrownBy(() -> secrets.matches("x", "md5$abc")).isInstanceOf(IllegalStateException.class);
    }
}

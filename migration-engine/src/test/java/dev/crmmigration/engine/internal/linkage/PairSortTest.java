package dev.crmmigration.engine.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairSortTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 1", "33, 2", "1000, 1", "1000, 7", "5000, 4000000000", "20000, 9223372036854775807"
    })
    void ordersByKeyAndThenByValue(int count, long keys) {
        SplittableRandom random = new SplittableRandom(count + keys);
        long[] pairs = new long[2 * count];
        for (int i = 0; i < count; i++) {
            // Hashes have both signs
            pairs[2 * i] = random.nextLong(keys) * (random.nextBoolean() ? 1 : -1);
            pairs[2 * i + 1] = random.nextLong(-50, 50);
        }
        long[][] expected = IntStream.range(0, count)
                .mapToObj(i -> new long[] {pairs[2 * i], pairs[2 * i + 1]})
                .sorted(Comparator.<long[]>comparingLong(pair -> pair[0]).thenComparingLong(pair -> pair[1]))
                .toArray(long[][]::new);

        assertThat(PairSort.sorted(pairs))
                .isEqualTo(Arrays.stream(expected).flatMapToLong(Arrays::stream).toArray());
    }
}

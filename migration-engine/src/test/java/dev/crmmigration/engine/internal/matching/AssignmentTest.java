package dev.crmmigration.engine.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void gainsAsMuchAsTryingEverything() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            double[][] gains = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
            for (double[] row : gains) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(4) == 0 ? 0 : random.nextDouble() - 0.3;
                }
            }

            int[] chosen = Assignment.best(gains);

            assertThat(gain(gains, chosen)).as("round %d", round).isCloseTo(most(gains, 0, 0), within(1e-9));
        }
    }

    @Test
    void leavesARowAlone_whenNothingIsGained() {
        assertThat(Assignment.best(new double[][] {{-1, 0}})).containsExactly(-1);
    }

    private static double gain(double[][] gains, int[] chosen) {
        double gain = 0;
        long taken = 0;
        for (int row = 0; row < chosen.length; row++) {
            if (chosen[row] >= 0) {
                assertThat(taken & (1L << chosen[row]))
                        .as("column %d is taken once", chosen[row])
                        .isZero();
                taken |= 1L << chosen[row];
                gain += gains[row][chosen[row]];
            }
        }
        return gain;
    }

    private static double most(double[][] gains, int row, long taken) {
        if (row == gains.length) {
            return 0;
        }
        double most = most(gains, row + 1, taken);
        for (int column = 0; column < gains[row].length; column++) {
            if ((taken & (1L << column)) == 0) {
                most = Math.max(most, gains[row][column] + most(gains, row + 1, taken | (1L << column)));
            }
        }
        return most;
    }
}

package dev.crmmigration.engine.internal.matching;

import java.util.Arrays;

/**
 * The best way to give every row at most one column, each column to at most one row: the Hungarian method in the form with
 * potentials. A row may stay without a column at no gain.
 */
final class Assignment {

    private Assignment() {}

    /**
     * Finds the assignment with the greatest total gain.
     *
     * @param gains by row and column; zero or less if the two must not be assigned
     * @return the column of every row, or -1
     */
    static int[] best(double[][] gains) {
        int rows = gains.length;
        int columns = rows == 0 ? 0 : gains[0].length;
        int width = columns + rows;
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[width + 1];
        int[] rowOf = new int[width + 1];
        for (int row = 1; row <= rows; row++) {
            augment(row, gains, columns, rowPotential, columnPotential, rowOf);
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] > 0 && gains[rowOf[column] - 1][column - 1] > 0) {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Every row has columns of its own that stand for "none". */
    private static double cost(double[][] gains, int columns, int row, int column) {
        return column <= columns ? -Math.max(0, gains[row - 1][column - 1]) : 0;
    }

    private static void augment(
            int start, double[][] gains, int columns, double[] rowPotential, double[] columnPotential, int[] rowOf) {
        int width = rowOf.length - 1;
        int[] way = new int[width + 1];
        double[] slack = new double[width + 1];
        boolean[] used = new boolean[width + 1];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        rowOf[0] = start;
        int at = 0;
        do {
            used[at] = true;
            int row = rowOf[at];
            int next = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int column = 1; column <= width; column++) {
                if (used[column]) {
                    continue;
                }
                double reduced = cost(gains, columns, row, column) - rowPotential[row] - columnPotential[column];
                if (reduced < slack[column]) {
                    slack[column] = reduced;
                    way[column] = at;
                }
                if (slack[column] < least) {
                    least = slack[column];
                    next = column;
                }
            }
            for (int column = 0; column <= width; column++) {
                if (used[column]) {
                    rowPotential[rowOf[column]] += least;
                    columnPotential[column] -= least;
                } else {
                    slack[column] -= least;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[way[at]];
            at = way[at];
        }
    }
}

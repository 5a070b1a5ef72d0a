package dev.crmmigration.connector.profi.mapping;

import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code share(money, number)}: one of so many equal shares, to the cent; no value if there are none. */
public final class Share implements MappingFunction {

    private static final int CENTS = 2;

    @Override
    public String name() {
        return "share";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        if (!(arguments.get(0) instanceof Money money) || !(arguments.get(1) instanceof Number number)) {
            return null;
        }
        BigDecimal shares = new BigDecimal(number.toString());
        return shares.signum() > 0
                ? new Money(money.amount().divide(shares, CENTS, RoundingMode.HALF_EVEN), money.currency())
                : null;
    }
}

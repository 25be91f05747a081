package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Typing;

/** A number; full-width digits and thousands separators are understood. */
record NumberField(Head head, @Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Integer decimals)
        implements SingleField {

    private static final Pattern SHAPE = Pattern.compile("[-+]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,9})?");

    @Override
    public Read convert(String text, Lookups lookups) {
        String narrow = Typing.narrow(text).replace('\u2212', '-').replace('、', ',');
        if (!SHAPE.matcher(narrow).matches()) {
            return Read.refused("forms.problem.number");
        }
        BigDecimal number = new BigDecimal(narrow.replace(",", "")).stripTrailingZeros();
        if (decimals != null && number.scale() > decimals) {
            return decimals == 0
                    ? Read.refused("forms.problem.whole")
                    : Read.refused("forms.problem.decimals", decimals);
        }
        if (min != null && number.compareTo(min) < 0) {
            return Read.refused("forms.problem.min", min.toPlainString());
        }
        if (max != null && number.compareTo(max) > 0) {
            return Read.refused("forms.problem.max", max.toPlainString());
        }
        return Read.of(number.scale() <= 0 ? (Object) number.longValueExact() : number);
    }
}

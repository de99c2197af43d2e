package kontor.invoice.paper;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account that can be paid to within SEPA, without blanks. A bank account is any text; few of them are one. */
record Iban(String value) {

    /** Countries of the SEPA scheme with the length of their numbers. */
    private static final Map<String, Integer> LENGTHS = Stream.of(("AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 "
                            + "EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 "
                            + "MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22")
                    .split(" "))
            .collect(Collectors.toUnmodifiableMap(
                    country -> country.substring(0, 2), country -> Integer.valueOf(country.substring(2))));

    private static final Pattern WRITTEN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]+");
    private static final Pattern CAPTION = Pattern.compile("^IBAN:?|[\\s\\u00a0]");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    /** The number if the text is one, blanks and the word before it aside. */
    static Optional<Iban> in(String bankAccount) {
        return Optional.of(CAPTION.matcher(bankAccount.toUpperCase(Locale.ROOT)).replaceAll(""))
                .filter(text -> WRITTEN.matcher(text).matches())
                .filter(text -> Integer.valueOf(text.length()).equals(LENGTHS.get(text.substring(0, 2))))
                .filter(Iban::addsUp)
                .map(Iban::new);
    }

    /** In groups of four, as people copy it. */
    String printed() {
        return value.replaceAll(".{4}(?!$)", "$0 ");
    }

    private static boolean addsUp(String text) {
        Function<Integer, String> digits = letter -> Integer.toString(Character.digit(letter, Character.MAX_RADIX));
        String number = (text.substring(4) + text.substring(0, 4))
                .chars()
                .boxed()
                .map(digits)
                .collect(Collectors.joining());
        return new BigInteger(number).mod(CHECK).equals(BigInteger.ONE);
    }
}

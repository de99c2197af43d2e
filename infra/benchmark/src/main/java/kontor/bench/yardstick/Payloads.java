package kontor.bench.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts as long as those of a real purchase: the examples of the contracts.
 *
 * @param reply what is kept for a repeated request
 */
record Payloads(String reply, String purchaseMade, String transferPosted) {

    static Payloads fromContracts() {
        String purchase = example("shelf-purchase-made");
        return new Payloads(
                "{\"cartId\":901,\"purchases\":[%s],\"creditAfterMinor\":3736}".formatted(purchase),
                purchase,
                example("transfer-posted"));
    }

    private static String example(String event) {
        String path = "/contracts/ledger/%s.v1.example.json".formatted(event);
        try (InputStream file = Objects.requireNonNull(Payloads.class.getResourceAsStream(path), path)) {
            return JsonMapper.shared().readTree(file).toString();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

package kontor.testkit.tidy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A rule and the sentence it is called by; a fault names the file and what to do. */
record TidyRule(String name, Function<Checkout, Stream<String>> inspection) {

    static TidyRule ofFiles(String name, Function<TextFile, Stream<String>> inspection) {
        return new TidyRule(name, checkout -> checkout.files().stream().flatMap(inspection));
    }

    List<String> faults(Checkout checkout) {
        return inspection.apply(checkout).sorted().toList();
    }
}

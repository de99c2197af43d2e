package kontor.importer.reading;

/**
 * Why a row cannot be taken over.
 *
 * @param place where it is, as "users row 7" or "Customer.csv line 3"
 * @param what a sentence without subject, as "the name is empty"
 */
public record Finding(String place, String what) {

    @Override
    public String toString() {
        return "%s: %s".formatted(place, what);
    }
}

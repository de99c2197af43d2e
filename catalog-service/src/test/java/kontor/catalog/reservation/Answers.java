package kontor.catalog.reservation;

import java.util.List;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.catalog.reservation.Basket.Item;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;

/** What the catalog says to orders. */
final class Answers {

    private final Wire wire;
    private final TopicWriter topics;

    Answers(TopicReader reader, TopicWriter topics) {
        wire = new Wire(reader);
        this.topics = topics;
    }

    /** Submits an order and waits for the first answer. */
    Told to(Basket basket) {
        topics.send(basket.submitted());
        return all(basket, 1).getFirst();
    }

    /** Everything that was said to an order, once there is so much. */
    List<Told> all(Basket basket, int atLeast) {
        return wire.facts("reservation", "order:" + basket.id(), atLeast);
    }

    /** Each line as item, product and quantity, and why it failed if it did. */
    static List<String> lines(Told told) {
        return told.body()
                .get("lines")
                .valueStream()
                .map(line -> String.join(
                        " ",
                        line.valueStream()
                                .map(value -> value.toString().replace("\"", ""))
                                .toList()))
                .toList();
    }

    static String held(Basket basket, int index) {
        Item item = basket.items().get(index);
        return "%d %d %d".formatted(item.id(), item.product(), item.amount());
    }

    static String failed(Basket basket, int index, String why) {
        return held(basket, index) + " " + why;
    }
}

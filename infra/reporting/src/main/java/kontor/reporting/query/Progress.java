package kontor.reporting.query;

import java.util.Collection;
import kontor.reporting.run.Kept;
import kontor.reporting.run.Position;
import kontor.reporting.stream.Aside;

/**
 * How far the figures are.
 *
 * @param complete whether every fact that was there when it was asked is in them
 * @param aside records that could not be read; the facts after them of their keys wait
 */
record Progress(boolean complete, Position position, Collection<Aside> aside) {

    static Progress of(Position position, Kept kept) {
        return new Progress(position.isComplete(), position, kept.aside());
    }
}

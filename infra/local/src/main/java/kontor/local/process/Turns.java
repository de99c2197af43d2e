package kontor.local.process;

import java.util.TreeSet;

/** Lets a few start at a time; of those who wait, the one with the lowest rank is next. Ranks are unique. */
final class Turns {

    private final TreeSet<Integer> waiting = new TreeSet<>();
    private int free;

    Turns(int atATime) {
        this.free = atATime;
    }

    Place at(int rank) {
        return new Place(this, rank);
    }

    /** One of those who take turns. */
    record Place(Turns turns, int rank) {

        void take() throws InterruptedException {
            turns.take(rank);
        }

        void giveBack() {
            turns.giveBack();
        }
    }

    private synchronized void take(int rank) throws InterruptedException {
        waiting.add(rank);
        try {
            while (free == 0 || waiting.first() != rank) {
                wait();
            }
            free--;
        } finally {
            waiting.remove(rank);
            notifyAll();
        }
    }

    private synchronized void giveBack() {
        free++;
        notifyAll();
    }
}

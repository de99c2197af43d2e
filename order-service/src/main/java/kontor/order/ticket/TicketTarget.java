package kontor.order.ticket;

/** What a ticket is about, of those things that order-service owns. */
public enum TicketTarget {
    ORDER,
    PURCHASE
}

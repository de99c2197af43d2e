package kontor.chat.live;

/** Something was written to the live log; published inside the transaction that did. */
public record LiveLogged() {}

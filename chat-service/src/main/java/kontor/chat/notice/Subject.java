package kontor.chat.notice;

/** What a notice is about. */
enum Subject {
    TICKET,
    ORDER,
    PURCHASE
}

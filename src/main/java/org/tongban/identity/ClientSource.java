package org.tongban.identity;

import java.util.Optional;

/** Somewhere that clients of the API are kept: the product's own table, and in the demonstration one by rule for every office. */
interface ClientSource {

    /** A client that is not closed, and the hash of its secret. */
    Optional<Known> find(String id);

    /** A client with the hash of its secret as {@link ClientSecrets} makes it. */
    record Known(Client client, String secretHash) {}
}

package org.tongban.places;

import java.util.List;

/**
 * An office that rule would not find: another name, or a jurisdiction of its own.
 *
 * @param serves codes of the regions it is competent for, with all below them
 * @param closed it answers no more; what it did stays under its name
 */
record NamedOffice(Office office, List<String> serves, boolean closed) {}

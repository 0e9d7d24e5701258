package org.tongban.identity;

/**
 * 工作人员: a person in one post; somebody with two posts is two of these with the same id (policy M-22).
 *
 * @param id of the account
 * @param name as it stands in the history
 * @param office code of the office
 */
public record StaffMember(String id, String name, Role role, String office) {

    /** This person, acting in this post. */
    public Actor actor() {
        return Actor.staff(id, name, role, office);
    }

    public Post post() {
        return new Post(role, office);
    }
}

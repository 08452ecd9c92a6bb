package dealscope.schedule;
public final class RefreshSchedule implements AutoCloseable {
    public static RefreshSchedule start(javax.sql.DataSource d, java.time.Duration t, Runnable r) { return new RefreshSchedule(); }
    @Override public void close() {}
}

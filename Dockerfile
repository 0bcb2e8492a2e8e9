# Built in two stages: the first needs the sources and a JDK, the second only what runs.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The libraries change seldom: a layer of their own spares fetching them with every change of the sources.
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline || true
COPY config config
COPY seeds seeds
COPY src src
RUN mvn -B -q package -DskipTests

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /cairn cairn
WORKDIR /cairn
COPY --from=build /src/target/lib lib
COPY --from=build /src/target/cairn.jar cairn.jar
COPY --from=build /src/target/cairn cairn
RUN mkdir data && chown cairn data
USER 10001
VOLUME /cairn/data
# Reached from outside the container only where a port is published.
ENV CAIRN_HTTP_HOST=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["/cairn/cairn"]
CMD ["run"]

# docker build -t kanwu .
# docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" kanwu check articles
FROM python:3.12-slim
COPY pyproject.toml README.md LICENSE /src/
COPY checker /src/checker
COPY rules /src/rules
RUN python -m pip install --no-cache-dir /src && rm -r /src
ENV PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /work
ENTRYPOINT ["kanwu"]
CMD ["check"]

# factcheck with its extras but `spark`, for articles in the folder that is mounted at /work:
#   docker build -t factcheck .
#   docker run --rm -v "$PWD:/work" factcheck scan articles/
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml constraints.txt README.md LICENSE factcheck_zh.py ./
COPY factcheck factcheck
RUN python -m venv /opt/factcheck \
 && /opt/factcheck/bin/pip install --no-cache-dir -c constraints.txt '.[docx,html,lsp,parquet,pdf,rtf,watch,web,xlsx]'

FROM python:3.13-slim
COPY --from=build /opt/factcheck /opt/factcheck
ENV PATH=/opt/factcheck/bin:$PATH PYTHONUTF8=1 LANG=C.UTF-8
RUN useradd --create-home desk
USER desk
WORKDIR /work
ENTRYPOINT ["factcheck"]
CMD ["--help"]
